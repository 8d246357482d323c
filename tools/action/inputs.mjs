/* The inputs of the action, from the variables of the environment that action.yml sets. */

/**
 * @typedef {object} Inputs
 * @property {readonly string[]} files policies and filters, relative to the repository
 * @property {readonly string[]} manifests
 * @property {string} base a commit, or empty for no comparison
 * @property {boolean} isOfEvent whether the base is the one that the event of a pull request names
 * @property {string} failOn a severity, or `never`
 * @property {boolean} failOnWeaker
 * @property {string} abi the ABIs to lint and to compare for, or empty for those of each file
 * @property {boolean} allowModules whether the policy of a manifest may be a module, which is run
 * @property {string} baseline a file with accepted findings, or empty
 * @property {readonly TriedCommand[]} tried
 * @property {Start} start
 *
 * @typedef {{ readonly kind: 'command', readonly words: readonly [string, ...string[]] }
 *   | { readonly kind: 'release', readonly version: string }} Start the words that start seccompile, or its release
 *
 * @typedef {{ readonly line: string, readonly policy: string, readonly words: readonly string[] }} TriedCommand
 */

/** A version of semver, which names one release for ever: no range and no tag, which another release may match tomorrow. */
const VERSION = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/

/**
 * The seccompile to run.
 * @param {string} command the input
 * @param {string} version
 * @returns {Start}
 * @throws {Error} where neither names one, since the newest release of a package is whatever its registry says
 */
function startOf(command, version) {
  const [name, ...words] = wordsOf(command)
  if (name !== undefined && version !== '')
    throw new Error('"version" and "command" exclude each other; leave one out')
  if (name !== undefined) return { kind: 'command', words: [name, ...words] }
  if (version === '')
    throw new Error(
      '"version" is empty; name the version of seccompile to run, such as 1.2.3, or a "command"',
    )
  if (!VERSION.test(version))
    throw new Error(`version is "${version}"; expected one version such as 1.2.3, no range and no tag`)
  return { kind: 'release', version }
}

/**
 * @param {string} name of an input
 * @param {string | undefined} text
 * @returns {boolean}
 * @throws {Error} where it is neither true nor false
 */
function flagOf(name, text) {
  const value = (text ?? 'false').trim()
  if (value !== 'true' && value !== 'false') throw new Error(`${name} is "${value}"; expected true or false`)
  return value === 'true'
}

const wordsOf = (text) => text.split(/\s+/).filter((word) => word !== '')

/** What a shell would read in a word. */
const OF_A_SHELL = /["'`$\\]|^[|&;<>]|;$/

/**
 * A policy, and the command that it is tried with. No shell reads the line.
 * @param {string} line of the input
 * @returns {TriedCommand}
 * @throws {Error} where a part is missing, or a word means something only to a shell
 */
function triedCommandOf(line) {
  const [, policy, command] = /^(.*?)\s+--\s+(.*)$/.exec(line) ?? []
  if (!policy || !command)
    throw new Error(`try: "${line}" has no policy, "--" and command; write POLICY -- COMMAND`)
  const words = wordsOf(command)
  const sign = words.find((word) => OF_A_SHELL.test(word))
  if (sign !== undefined)
    throw new Error(
      `try: ${sign} in "${line}" is for a shell, and none reads it; put the command into a script of the repository`,
    )
  return { line, policy, words }
}

const lines = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} platform that of the machine, as Node names it
 * @returns {Inputs}
 * @throws {Error} where an input cannot be used
 */
export function inputsOf(env, platform) {
  const files = lines(env.SECCOMPILE_FILES ?? '')
  const manifests = lines(env.SECCOMPILE_MANIFESTS ?? '')
  const tried = lines(env.SECCOMPILE_TRY ?? '').map(triedCommandOf)
  if (files.length + manifests.length + tried.length === 0)
    throw new Error(
      'nothing to check: name policies in "files", manifests in "manifests", or commands in "try"',
    )
  const baseline = (env.SECCOMPILE_BASELINE ?? '').trim()
  for (const path of [...files, ...manifests, ...tried.map(({ policy }) => policy), baseline])
    if (path.startsWith('-')) throw new Error(`"${path}" would be an option; write ./${path}`)
  const base = (env.SECCOMPILE_BASE ?? '').trim()
  if (base.startsWith('-')) throw new Error(`base is "${base}"; expected a commit`)
  const abi = (env.SECCOMPILE_ABI ?? '').trim()
  if (abi.startsWith('-')) throw new Error(`abi is "${abi}"; expected ABIs such as x86_64,aarch64`)
  if (tried.length > 0 && platform !== 'linux')
    throw new Error(`try needs Linux, and this runner is ${platform}; leave "try" to a job on Linux`)
  return {
    files,
    manifests,
    tried,
    base,
    isOfEvent: base !== '' && base === env.SECCOMPILE_BASE_OF_EVENT,
    abi,
    baseline,
    failOn: (env.SECCOMPILE_FAIL_ON ?? 'high').trim(),
    failOnWeaker: flagOf('fail-on-weaker', env.SECCOMPILE_FAIL_ON_WEAKER),
    allowModules: flagOf('allow-modules', env.SECCOMPILE_ALLOW_MODULES),
    start: startOf(env.SECCOMPILE_COMMAND ?? '', (env.SECCOMPILE_VERSION ?? '').trim()),
  }
}
