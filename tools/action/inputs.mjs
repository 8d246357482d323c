/* The inputs of the action, from the variables of the environment that action.yml sets. */
import { fileURLToPath } from 'node:url'

/**
 * @typedef {object} Inputs
 * @property {readonly string[]} files policies and filters, relative to the repository
 * @property {readonly string[]} manifests
 * @property {string} base a commit, or empty for no comparison
 * @property {string} failOn a severity, or `never`
 * @property {boolean} failOnWeaker
 * @property {boolean} allowModules whether the policy of a manifest may be a module, which is run
 * @property {readonly [string, ...string[]]} command the words that start seccompile
 */

/** The folder of this file, which has no packages. */
const HERE = fileURLToPath(new URL('.', import.meta.url))

/** A version of semver, which names one release for ever: no range and no tag, which another release may match tomorrow. */
const VERSION = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/

/**
 * The words that start seccompile.
 * @param {string} command those of the input
 * @param {string} version
 * @returns {readonly [string, ...string[]]}
 * @throws {Error} where there are none, since the newest release of a package is whatever its registry says
 */
function commandOf(command, version) {
  const [name, ...words] = command.split(/\s+/).filter((word) => word !== '')
  if (name !== undefined && version !== '')
    throw new Error('"version" and "command" exclude each other; leave one out')
  if (name !== undefined) return [name, ...words]
  if (version === '')
    throw new Error(
      '"version" is empty; name the version of seccompile to run, such as 1.2.3, or a "command"',
    )
  if (!VERSION.test(version))
    throw new Error(`version is "${version}"; expected one version such as 1.2.3, no range and no tag`)
  // With --prefix, npx reads neither .npmrc nor packages from the repository: a stranger's pull request may have
  // written them.
  return ['npx', '--prefix', HERE, '--yes', `seccompile@${version}`]
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
  return {
    files,
    manifests,
    base,
    failOn: (env.SECCOMPILE_FAIL_ON ?? 'high').trim(),
    failOnWeaker: flagOf('fail-on-weaker', env.SECCOMPILE_FAIL_ON_WEAKER),
    allowModules: flagOf('allow-modules', env.SECCOMPILE_ALLOW_MODULES),
    command: commandOf(env.SECCOMPILE_COMMAND ?? '', (env.SECCOMPILE_VERSION ?? '').trim()),
  }
}
