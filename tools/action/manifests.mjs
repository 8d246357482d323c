/* Whether filters still mean what their policies mean. */
import { NO } from './part.mjs'
import { block, code } from './text.mjs'

const noteOn = (file, what) => ({
  level: 'error',
  file,
  title: 'seccompile: manifest',
  text: `${file} ${what}; the summary of the job says more`,
})

/** The options of a manifest, which decide what is proved, in words of the command line. */
const optionsText = (options) =>
  Object.entries(options)
    .map(([name, value]) => `--${name.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)} ${value}`)
    .join(' ')

/** The line for a filter that matches its policy, from the JSON of check-manifest. */
function held({ policy, filter, options, digest, changed }) {
  const how = optionsText(options)
  return [
    `${code(filter)} means what ${code(policy)} means${how === '' ? '' : `, with ${code(how)}`}\n`,
    ...(digest === undefined ? [] : [`digest ${code(digest)}\n`]),
    ...(changed
      ? [
          'policy and filter have both changed since the manifest was written: compile again with --manifest\n',
        ]
      : []),
  ].join('\n')
}

/**
 * One manifest: whether its filter holds, and whether its digest is that of the filter.
 * @param {import('./part.mjs').Run} run
 * @param {string} manifest
 * @param {readonly string[]} more words
 * @returns {import('./part.mjs').Part & { readonly isDrifted: boolean }}
 */
function manifestPart(run, manifest, more) {
  const title = (verdict) => `### ${code(manifest)}: ${verdict}\n\n`
  const answer = run(['check-manifest', manifest, '--json', ...more])
  if (answer.status === 0) {
    const facts = JSON.parse(answer.out)
    const verdict = facts.changed ? '**out of date**' : 'holds'
    const notes = facts.changed ? [noteOn(manifest, 'is out of date: compile again with --manifest')] : []
    return { text: title(verdict) + held(facts), isBad: facts.changed === true, notes, isDrifted: false }
  }
  // The calls that differ, in words.
  const { out, err } = answer.status === NO ? run(['check-manifest', manifest, ...more]) : answer
  const isDrifted = answer.status === NO
  return {
    text: title(isDrifted ? '**differs**' : '**failed**') + block(`${out}${err}`),
    isBad: true,
    notes: [
      noteOn(
        manifest,
        isDrifted ? 'does not hold: its filter does not mean what its policy means' : 'cannot be checked',
      ),
    ],
    isDrifted,
  }
}

/**
 * Whether filters still mean what their policies mean.
 * @param {import('./part.mjs').Run} run
 * @param {import('./inputs.mjs').Inputs} inputs
 * @returns {import('./part.mjs').Part & { readonly drifted: number }}
 */
export function manifestsPart(run, { manifests, allowModules }) {
  const more = allowModules ? ['--allow-modules'] : []
  const parts = manifests.map((manifest) => manifestPart(run, manifest, more))
  return {
    text: `## Filters\n\n${parts.map(({ text }) => text).join('\n')}`,
    isBad: parts.some(({ isBad }) => isBad),
    notes: parts.flatMap(({ notes }) => notes),
    drifted: parts.filter(({ isDrifted }) => isDrifted).length,
  }
}
