'use strict';

// How many requests each route lets in, as the stage's RouteSettings want them: numbers, by route. Anybody may call any of
// them. A route that is not here keeps the stage's own bounds; tests/deploy says which is missing.

const LINKING = [
  'GET /authorize',
  'POST /authorize',
  'POST /authorize/again',
  'POST /authorize/finish',
  'POST /authorize/cancel',
  'GET /slack/linked',
  'GET /.well-known/oauth-authorization-server',
  'GET /.well-known/oauth-protected-resource',
];

module.exports = async ({ resolveVariable }) => {
  const number = async (name) => Number(await resolveVariable(`param:${name}`));
  const bound = async (kind) => ({
    ThrottlingRateLimit: await number(`${kind}PerSecond`),
    ThrottlingBurstLimit: await number(`${kind}AtOnce`),
  });
  const settings = { 'POST /slack/events': await bound('events') };
  if ((await resolveVariable('param:accounts')) === 'yes') {
    for (const route of LINKING) settings[route] = await bound('linking');
    settings['POST /token'] = await bound('tokens');
  }
  // A stage is told of routes that are there: CloudFormation has to make them first.
  const routes = Object.keys(settings).map((route) => `HttpApiRoute${logicalId(route)}`);
  return { settings, routes };
};

// As osls names them: the method, and the path's letters and digits.
function logicalId(route) {
  const [method, path] = route.split(' ');
  return normalized(method.toLowerCase()) + path.split('/').map(normalized).join('');
}

function normalized(part) {
  const plain = part.replace(/-/g, 'Dash').replace(/[^0-9A-Za-z]/g, '');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
