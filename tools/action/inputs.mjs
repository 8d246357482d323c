/* The inputs of the action, from the variables of the environment that action.yml sets. */

/**
 * @typedef {object} Inputs
 * @property {readonly string[]} files policies and filters, relative to the repository
 * @property {readonly string[]} manifests
 * @property {string} base a commit, or empty for no comparison
 * @property {string} failOn a severity, or `never`
 * @property {boolean} failOnWeaker
 * @property {readonly [string, ...string[]]} command the words that start seccompile
 */

const lines = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Inputs}
 * @throws {Error} where an input cannot be used
 */
export function inputsOf(env) {
  const files = lines(env.SECCOMPILE_FILES ?? '')
  const manifests = lines(env.SECCOMPILE_MANIFESTS ?? '')
  if (files.length + manifests.length === 0)
    throw new Error('nothing to check: name policies in "files", or manifests in "manifests"')
  for (const path of [...files, ...manifests])
    if (path.startsWith('-')) throw new Error(`"${path}" would be an option; write ./${path}`)
  const base = (env.SECCOMPILE_BASE ?? '').trim()
  if (base.startsWith('-')) throw new Error(`base is "${base}"; expected a commit`)
  const weaker = (env.SECCOMPILE_FAIL_ON_WEAKER ?? 'false').trim()
  if (weaker !== 'true' && weaker !== 'false')
    throw new Error(`fail-on-weaker is "${weaker}"; expected true or false`)
  const [name, ...words] = (env.SECCOMPILE_COMMAND ?? 'npx --yes seccompile').trim().split(/\s+/)
  if (name === undefined || name === '')
    throw new Error('command is empty; expected words that start seccompile')
  return {
    files,
    manifests,
    base,
    failOn: (env.SECCOMPILE_FAIL_ON ?? 'high').trim(),
    failOnWeaker: weaker === 'true',
    command: [name, ...words],
  }
}
