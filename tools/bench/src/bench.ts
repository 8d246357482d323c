/*
 * `npm run bench costs`: the cost of our filters beside filters of other tools, whether they give the same verdicts, the time
 * of compilations, and each figure that has a target. Exits 1 when an exact figure misses its target.
 */
import { parseArgs } from 'node:util'
import { againstLibseccomp } from './live.ts'
import { measure } from './measurements.ts'
import { holds, targets } from './targets.ts'
import { text } from './text.ts'

const USAGE = `usage: bench [--json]               measure
       bench --against PROFILE.json compare with the libseccomp of this machine on another profile
`

function compareLive(profile: string, json: boolean): boolean {
  const result = againstLibseccomp(profile)
  const { said, inputs, disagreements, example } = result
  const tried = inputs.rules + inputs.ours + inputs.theirs
  const lines = [
    said,
    `${disagreements} of ${tried} verdicts differ`,
    ...(example === undefined ? [] : [example]),
  ]
  process.stdout.write(json ? `${JSON.stringify(result, undefined, 2)}\n` : `${lines.join('\n')}\n`)
  return disagreements === 0
}

function bench(json: boolean): boolean {
  const measured = measure()
  const reached = targets(measured)
  const all = { ...measured, targets: reached }
  process.stdout.write(json ? `${JSON.stringify(all, undefined, 2)}\n` : text(measured, reached))
  return holds(reached)
}

function main(): boolean {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      against: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return true
  }
  return values.against === undefined ? bench(values.json) : compareLive(values.against, values.json)
}

try {
  if (!main()) process.exitCode = 1
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
