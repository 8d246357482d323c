/* The options that name a container runtime and its libseccomp. */
import { LIBSECCOMP_VERSIONS, RUNTIMES } from '@seccompile/oci-runtime'
import type { LibseccompVersion, RuntimeName } from '@seccompile/oci-runtime'
import { choice } from '../syntax/option.ts'
import type { Option } from '../syntax/option.ts'

const NAMES = Object.keys(RUNTIMES) as RuntimeName[]

/** The runtime that is meant where none is named, and its libseccomp: the newest ones that are known. */
export const NEWEST = { runtime: 'runc-1.5', libseccomp: LIBSECCOMP_VERSIONS.at(-1)! } as const

/** `--runtime`. */
export const RUNTIME: Option<RuntimeName | undefined> = choice({
  placeholder: 'name',
  brief: 'the runtime and its version',
  choices: NAMES.map((word) => ({ word, means: RUNTIMES[word].versions })),
  otherwise: NEWEST.runtime,
})

/** `--libseccomp`. */
export const LIBSECCOMP: Option<LibseccompVersion | undefined> = choice({
  placeholder: 'version',
  brief: 'the libseccomp of the machine; Debian 12 has 2.5.4 with the names of 2.5.5',
  choices: LIBSECCOMP_VERSIONS,
  otherwise: NEWEST.libseccomp,
})
