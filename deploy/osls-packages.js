'use strict';

// Has the settings looked at (deploy/settings.py) and the functions' packages built (deploy/packages.py) before osls
// reads them. EARSHOT_PYTHON names the Python to do it; else it is the project's own, else python3.

const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');

class EarshotPackages {
  constructor(serverless, options, { log }) {
    const prepare = () => {
      this.check(serverless);
      this.build(serverless, log);
    };
    this.hooks = {
      'before:package:createDeploymentArtifacts': prepare,
      'before:deploy:function:packageFunction': prepare,
    };
  }

  check(serverless) {
    const { functions, custom } = serverless.service;
    const variables = Object.entries(functions).map(([name, one]) => [name, one.environment]);
    const given = { functions: Object.fromEntries(variables), parameters: custom.parameters };
    this.run(serverless, 'deploy.settings', JSON.stringify(given), 'This cannot be deployed.');
  }

  build(serverless, log) {
    const printed = this.run(serverless, 'deploy.packages', '', 'The functions could not be packed.');
    for (const line of printed.trim().split('\n')) log.notice(line);
  }

  run(serverless, module, input, failed) {
    const own = path.join(serverless.serviceDir, '.venv', 'bin', 'python');
    const python = process.env.EARSHOT_PYTHON || (existsSync(own) ? own : 'python3');
    const done = spawnSync(python, ['-m', module], {
      cwd: serverless.serviceDir,
      encoding: 'utf8',
      input,
    });
    if (done.status !== 0) {
      const why = done.error ? done.error.message : done.stderr.trim();
      throw new serverless.classes.Error(`${failed} ${why}`);
    }
    return done.stdout;
  }
}

module.exports = EarshotPackages;
