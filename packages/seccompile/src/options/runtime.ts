/* The options that name a container runtime and its libseccomp. */
import { LIBSECCOMP_VERSIONS, RUNTIMES } from '@seccompile/oci-runtime'
import type { LibseccompVersion, OciRuntimeName } from '@seccompile/oci-runtime'
import { oneOf } from '../syntax/completion.ts'
import { CliError } from '../io/cli-error.ts'
import { valued } from '../syntax/option.ts'
import type { Option } from '../syntax/option.ts'

/** The runtime that is meant where none is named, and its libseccomp: the newest ones that are known. */
export const NEWEST: { readonly runtime: OciRuntimeName; readonly libseccomp: LibseccompVersion } = {
  runtime: 'runc-1.5',
  libseccomp: '2.6.1',
}

/**
 * The newest of `known` that `text` names: in full, or by its first part, as `runc` and `2.5` do.
 * @throws CliError where it names none
 */
function newestOf<Name extends string>(text: string, flag: string, known: readonly Name[]): Name {
  const found = known.findLast(
    (name) => name === text || (/^[-.]/.test(name.slice(text.length)) && name.startsWith(text)),
  )
  if (text !== '' && found !== undefined) return found
  throw new CliError(`${flag}: nothing is known of "${text}"; known: ${known.join(', ')}`)
}

const NAMES = Object.keys(RUNTIMES) as OciRuntimeName[] // the keys of the record

/** `--runtime`. */
export const RUNTIME: Option<OciRuntimeName | undefined> = valued({
  placeholder: 'name',
  brief: `the runtime, with or without its version: ${NAMES.map((name) => `${name} (${RUNTIMES[name].versions})`).join(', ')}`,
  otherwise: NEWEST.runtime,
  parse: (text, flag) => newestOf(text, flag, NAMES),
  complete: oneOf(NAMES),
})

/** `--libseccomp`. */
export const LIBSECCOMP: Option<LibseccompVersion | undefined> = valued({
  placeholder: 'version',
  brief: `the libseccomp of the machine: ${LIBSECCOMP_VERSIONS.join(', ')}; Debian 12 has 2.5.4 with the names of 2.5.5`,
  otherwise: NEWEST.libseccomp,
  parse: (text, flag) => newestOf(text, flag, LIBSECCOMP_VERSIONS),
  complete: oneOf(LIBSECCOMP_VERSIONS),
})
