'use strict';

// How often the outbox gives out a message before it goes to the dead letters: as often as its visibility timeout fits
// into the age at which a message is given up. bridge's `pace` spreads the tries of what is not stuck over that time.

const VISIBILITY_SECONDS = 20;
const LEAST = 5;
const MOST = 1000; // SQS allows no more

module.exports = async ({ resolveVariable }) => {
  const age = Number(await resolveVariable('param:maxMessageAge'));
  return Math.max(LEAST, Math.min(MOST, Math.floor(age / VISIBILITY_SECONDS) || LEAST));
};
