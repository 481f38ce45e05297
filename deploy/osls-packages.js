'use strict';

// Has the functions' packages built (deploy/packages.py) before osls reads them.
// EARSHOT_PYTHON names the Python to do it; else it is the project's own, else python3.

const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');

class EarshotPackages {
  constructor(serverless, options, { log }) {
    const build = () => this.build(serverless, log);
    this.hooks = {
      'before:package:createDeploymentArtifacts': build,
      'before:deploy:function:packageFunction': build,
    };
  }

  build(serverless, log) {
    const own = path.join(serverless.serviceDir, '.venv', 'bin', 'python');
    const python = process.env.EARSHOT_PYTHON || (existsSync(own) ? own : 'python3');
    const done = spawnSync(python, ['-m', 'deploy.packages'], {
      cwd: serverless.serviceDir,
      encoding: 'utf8',
    });
    if (done.status !== 0) {
      const why = done.error ? done.error.message : done.stderr.trim();
      throw new serverless.classes.Error(`The functions could not be packed. ${why}`);
    }
    for (const line of done.stdout.trim().split('\n')) log.notice(line);
  }
}

module.exports = EarshotPackages;
