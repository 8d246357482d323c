/*
 * The notations of policies. What reads and writes one is imported when it is needed: a command spends most of its time on
 * reading code.
 */
import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import type { Finding } from '@seccompile/policy'
import { CliError } from '../cli-error.ts'
import { readText } from '../load/input.ts'
import { isJson } from './is-json.ts'
import type { PolicyNotation } from './notation.ts'

/** `part` as the option `key` of a reader, where there is one. */
const asOption = <Key extends string>(key: Key, part: string | undefined): { readonly [K in Key]?: string } =>
  (part === undefined ? {} : { [key]: part }) as { readonly [K in Key]?: string } // of one key

const oci: PolicyNotation = {
  kind: 'policy',
  name: 'oci',
  title: 'an OCI profile',
  endings: ['json'],
  write: async (rules, abis) => (await import('@seccompile/oci')).writeProfile(rules, { abis }),
  mark: 'JSON with "defaultAction"',
  multiplexers: 'runc',
  recognises: (text) => Promise.resolve(isJson(text) && /"defaultAction"\s*:/.test(text)),
  read: async (text, file) => {
    // The reader without the writer.
    const { parseJson, readProfile } = await import('@seccompile/oci/reading')
    const { policy, warnings, ...install } = readProfile(parseJson(text, file), { file })
    const artifact = async (): Promise<readonly Finding[]> =>
      (await import('@seccompile/kep6061')).checkArtifact(text, { file })
    return { policy, warnings, install, artifact }
  },
}

const seccompiler: PolicyNotation = {
  kind: 'policy',
  name: 'seccompiler',
  title: 'a file of seccompiler',
  endings: [],
  write: async (rules, abis) => (await import('@seccompile/seccompiler')).writeSeccompiler(rules, { abis }),
  mark: 'JSON with "mismatch_action" and "match_action"',
  isForOneAbi: true,
  hasParts: true,
  recognises: async (text) => isJson(text) && (await import('@seccompile/seccompiler')).isSeccompiler(text),
  read: async (text, file, { part } = {}) => {
    const { parseSeccompiler } = await import('@seccompile/seccompiler')
    const { policy, warnings } = parseSeccompiler(text, { file, ...asOption('thread', part) })
    return { policy, warnings }
  },
}

const spo: PolicyNotation = {
  kind: 'policy',
  name: 'spo',
  title: 'a SeccompProfile of Kubernetes',
  endings: ['yaml', 'yml'],
  write: async (rules, abis) => (await import('@seccompile/spo')).writeSpo(rules, { abis }),
  mark: 'YAML with "kind: SeccompProfile"',
  multiplexers: 'runc',
  hasParts: true,
  recognises: async (text) =>
    text.includes('SeccompProfile') && (await import('@seccompile/spo')).isSpo(text),
  read: async (text, file, { part } = {}) => {
    const { parseSpo } = await import('@seccompile/spo')
    const { policy, warnings, flags } = parseSpo(text, { file, ...asOption('name', part) })
    return { policy, warnings, install: { flags } }
  },
}

/** Whether it is worth to load the reader of units. */
const mayBeUnit = (text: string): boolean => text.includes('SystemCall') || /^\ufeff?\[/m.test(text)

const systemd: PolicyNotation = {
  kind: 'policy',
  name: 'systemd',
  title: 'a unit of systemd',
  endings: ['service', 'conf'],
  write: async (rules, abis) => (await import('@seccompile/systemd')).writeSystemd(rules, { abis }),
  mark: 'lines such as SystemCallFilter=',
  recognises: async (text) => mayBeUnit(text) && (await import('@seccompile/systemd')).isSystemd(text),
  read: async (text, file, { native } = {}) => {
    const { LIBSECCOMP_VERSION, parseSystemd, SYSTEMD_VERSION } = await import('@seccompile/systemd')
    const tables = `systemd ${SYSTEMD_VERSION} with libseccomp ${LIBSECCOMP_VERSION}`
    return {
      ...parseSystemd(text, { file, native }),
      notes: [`${file} is read as ${tables} would attach it`],
    }
  },
}

/**
 * The text of the file at `path` in the folder of the policy `file`; `undefined` where there is none.
 * @throws CliError where a symbolic link leads out of the folder, or to what is no regular file: reading a pipe may not end
 */
function includedText(file: string, path: string): string | undefined {
  const folder = dirname(file)
  const included = join(folder, path)
  if (!existsSync(included)) return undefined
  const [real, root] = [realpathSync(included), realpathSync(folder)]
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep))
    throw new CliError(`${included}: is a link out of the folder of the policy; include files in it`)
  if (!statSync(real).isFile()) throw new CliError(`${included}: cannot be included: it is no regular file`)
  return readText(included, 'a policy of minijail')
}

type Dialect = 'c' | 'python'

/** minijail's notation for one of its two compilers, which do not agree on everything. */
function minijail(dialect: Dialect, name: string, title: string, endings: readonly string[]): PolicyNotation {
  return {
    kind: 'policy',
    name,
    title,
    endings,
    write: async (rules, abis) =>
      (await import('@seccompile/minijail')).writeMinijail(rules, { abis, dialect }),
    mark: 'lines such as "read: 1"',
    hasParts: true,
    recognises: async (text) => (await import('@seccompile/minijail')).isMinijail(text),
    read: async (text, file, { part = dialect } = {}) => {
      if (part !== 'c' && part !== 'python')
        throw new CliError(
          `${file}: expected c or python, a compiler of minijail, after "#"; got ${JSON.stringify(part)}`,
        )
      const { parseMinijail } = await import('@seccompile/minijail')
      const include = (path: string): string | undefined => includedText(file, path)
      const { policy, warnings } = parseMinijail(text, { file, include, dialect: part })
      return { policy, warnings }
    },
  }
}

/** The policies of minijail, as its Python compiler reads them unless `FILE#c` says otherwise. */
const python = minijail('python', 'minijail', 'a policy of minijail', ['policy'])

/** All notations of policies, in the order in which a text is held against them. */
export const POLICY_NOTATIONS: readonly PolicyNotation[] = [oci, seccompiler, spo, systemd, python]

/** Notations that are only written: a text in one of them is recognised as another one. */
export const WRITTEN_ONLY: readonly PolicyNotation[] = [
  minijail('c', 'minijail-c', 'a policy for the C compiler of minijail', []),
]

/** The notation of a JSON text that no notation recognises: its reader says what is wrong. */
export const ANY_JSON: PolicyNotation = oci
