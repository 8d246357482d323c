/*
 * The notations of policies. The reader and the writer of a notation are imported on demand: a command spends most of
 * its time on loading code.
 */
import { PolicyError } from '@seccompile/policy'
import type { Finding } from '@seccompile/policy'
import { isJson } from './is-json.ts'
import type { PolicyNotation } from './notation.ts'

/** `part` as the option `key` of a reader; without a part, no option. */
const asOption = <Key extends string>(key: Key, part: string | undefined): { readonly [K in Key]?: string } =>
  (part === undefined ? {} : { [key]: part }) as { readonly [K in Key]?: string } // the key is `Key`

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
    // This import loads the reader without the writer.
    const { parseJson, readProfile } = await import('@seccompile/oci/reading')
    const { policy, warnings, ...install } = readProfile(parseJson(text, file), { file })
    const artifact = async (): Promise<readonly Finding[]> =>
      (await import('@seccompile/oci-runtime/kep6061')).checkArtifact(text, { file })
    return { policy, warnings, install, artifact }
  },
}

type VmmDialect = 'seccompiler' | 'firecracker'

const isVmmDialect = (word: string | undefined): word is VmmDialect =>
  word === 'seccompiler' || word === 'firecracker'

/** The dialect and the thread that a part names: `firecracker`, `vmm`, or `firecracker:vmm`. */
function vmmPart(part: string | undefined): { readonly dialect?: VmmDialect; readonly thread?: string } {
  if (isVmmDialect(part)) return { dialect: part }
  const at = part?.indexOf(':') ?? -1
  const dialect = part?.slice(0, at)
  return at > 0 && isVmmDialect(dialect)
    ? { dialect, thread: part!.slice(at + 1) } // `at > 0`, so the part has a colon
    : asOption('thread', part)
}

/** The JSON of seccompiler, for one of the two compilers that read it; they differ in some details. */
function vmm(dialect: VmmDialect, title: string): PolicyNotation {
  return {
    kind: 'policy',
    name: dialect,
    title,
    endings: [],
    write: async (rules, abis) =>
      (await import('@seccompile/seccompiler')).writeSeccompiler(rules, { abis, dialect }),
    mark: 'JSON with "mismatch_action" and "match_action"',
    isForOneAbi: true,
    hasParts: true,
    ownPart: dialect,
    recognises: async (text) => isJson(text) && (await import('@seccompile/seccompiler')).isSeccompiler(text),
    read: async (text, file, { part } = {}) => {
      const { parseSeccompiler } = await import('@seccompile/seccompiler')
      const { policy, warnings } = parseSeccompiler(text, { file, ...vmmPart(part) })
      return { policy, warnings }
    },
  }
}

/** Files of seccompiler and of Firecracker. The keys of a filter tell them apart, unless `FILE#firecracker` does. */
const seccompiler = vmm('seccompiler', 'a file of seccompiler')

const spo: PolicyNotation = {
  kind: 'policy',
  name: 'spo',
  title: 'a SeccompProfile of Kubernetes',
  endings: ['yaml', 'yml'],
  write: async (rules, abis, name) =>
    (await import('@seccompile/spo')).writeSpo(rules, { abis, ...(name === undefined ? {} : { name }) }),
  hasName: true,
  isOnlyEperm: true,
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

/** Whether `text` may be a unit. Only then the reader of units is loaded. */
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
      notes: [`${file} is read as ${tables} would attach it on ${native ?? 'x86_64'}`],
    }
  },
}

type Dialect = 'c' | 'python'

/** minijail's notation for one of its two compilers; they differ in some details. */
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
    ownPart: dialect,
    recognises: async (text) => (await import('@seccompile/minijail')).isMinijail(text),
    read: async (text, file, { part, include } = {}) => {
      if (part !== undefined && part !== 'c' && part !== 'python')
        throw new PolicyError(
          'E_NAME',
          `${file}: expected c or python, a compiler of minijail, after "#"; got ${JSON.stringify(part)}`,
        )
      const { parseMinijail } = await import('@seccompile/minijail')
      const { policy, warnings } = parseMinijail(text, { file, include, dialect: part })
      return { policy, warnings }
    },
  }
}

/** The policies of minijail, read as its Python compiler does, unless `FILE#c` asks for the C compiler. */
const python = minijail('python', 'minijail', 'a policy of minijail', ['policy'])

/** All notations of policies, in the order in which a text is tried. */
export const POLICY_NOTATIONS: readonly PolicyNotation[] = [oci, seccompiler, spo, systemd, python]

/** Notations for writing only: a text in one of them is recognised as another notation. */
export const WRITTEN_ONLY: readonly PolicyNotation[] = [
  vmm('firecracker', 'a file of Firecracker'),
  minijail('c', 'minijail-c', 'a policy for the C compiler of minijail', []),
]

/** The notation for a JSON text that no notation recognises: its reader reports the fault. */
export const ANY_JSON: PolicyNotation = oci
