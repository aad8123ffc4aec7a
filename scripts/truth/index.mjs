// npm run truth -- <command>: what the real thing says about what this library writes.
import { parseArgs } from 'node:util';
import { CannotRunError, describeVariables } from './oracle/environment.mjs';
import { analyze, usage as analyzeUsage } from './analyze/index.mjs';
import { behaviour, usage as behaviourUsage } from './behaviour/index.mjs';
import { check, usage as checkUsage } from './check/index.mjs';
import { validity, usage as validityUsage } from './validity.mjs';
import { laws, usage as lawsUsage } from './laws/index.mjs';
import { reviews, usage as reviewsUsage } from './reviews/index.mjs';
import { simulate, usage as simulateUsage } from './simulate/index.mjs';
import { webhook, usage as webhookUsage } from './webhook/index.mjs';

const COMMANDS = { validity, behaviour, laws, simulate, check, webhook, analyze, reviews };

const usage = `usage: npm run truth -- <command>

${validityUsage}

${behaviourUsage}

${lawsUsage}

${simulateUsage}

${checkUsage}

${webhookUsage}

${analyzeUsage}

${reviewsUsage}

Needs npm run compile first, and oracles, which these environment variables name:
${describeVariables()}

Exit status: 0 all agree, 1 something disagrees, 2 it could not be found out.`;

const NUMBERS = ['runs', 'seed', 'failures', 'envoy', 'jobs'];

async function main(args) {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      wide: { type: 'boolean' },
      record: { type: 'boolean' },
      dialect: { type: 'string' },
      ...Object.fromEntries(NUMBERS.map((name) => [name, { type: 'string' }])),
    },
  });
  const [name, ...rest] = positionals;
  if (values.help) return console.log(usage);
  if (!COMMANDS[name])
    throw new CannotRunError(
      `the command must be one of ${Object.keys(COMMANDS).join(', ')}, got ${name}\n\n${usage}`,
    );
  const options = { ...values };
  for (const number of NUMBERS) {
    if (options[number] === undefined) continue;
    options[number] = Number(options[number]);
    if (!Number.isInteger(options[number]))
      throw new CannotRunError(`--${number} must be an integer, got ${values[number]}`);
  }
  process.exitCode = (await COMMANDS[name](options, rest)) ? 0 : 1;
}

main(process.argv.slice(2)).catch((error) => {
  const isPlain = error instanceof CannotRunError || error.code?.startsWith('ERR_PARSE_ARGS');
  console.error(isPlain ? error.message : error);
  process.exit(2); // oracles may still run
});
