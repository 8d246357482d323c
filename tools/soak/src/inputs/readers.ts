/* The readers of all notations, each with valid texts and the words of the notation. */
import { auditRecords } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { decode, encode, parseAssembly, parseListing, print, verify } from '@seccompile/cbpf'
import { compileRules } from '@seccompile/compiler'
import { checkArtifact } from '@seccompile/oci-runtime/kep6061'
import { parseBaseline } from '@seccompile/lint-report'
import { parseReproducer, printReproducer } from '@seccompile/pass'
import { resolve } from '@seccompile/policy'
import { readRecording, recordingCounts } from '@seccompile/recording'
import { loadPresetPolicy } from '@seccompile/presets/load'
import type { RuleSet } from '@seccompile/rules'
import { parseSeccompTools } from '@seccompile/seccomp-tools'
import { IrError } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import { readSource } from '@seccompile/source-code'
import { parseSystemdSets } from '@seccompile/systemd'
import { readTrace } from '@seccompile/traces'
import type { TraceOptions } from '@seccompile/traces'
import { parseWeights } from '@seccompile/weights'
import { parseManifest } from '@seccompile/policy-files/manifest'
import { POLICY_NOTATIONS, PROGRAM_NOTATIONS, WRITTEN_ONLY } from '@seccompile/policy-files'
import type { PolicyNotation } from '@seccompile/policy-files'
import { messageFault } from './fault.ts'
import type { Grammar } from './mutate.ts'

/** A reader of a notation. */
export interface InputReader extends Grammar {
  readonly name: string
  /** How bytes are the text: a raw filter is bytes, and the text has one character for each. */
  readonly encoding: 'utf8' | 'latin1'
  /** Reads a text. @throws whatever the reader throws */
  readonly read: (text: string) => unknown
}

const FILE = 'input'
const ABI = signedAbiTable('x86_64')
const ABIS = [ABI] as const

/** The resolved rules of a preset. */
export async function presetRules(preset: string): Promise<RuleSet> {
  const { constantFamilies } = await import('@seccompile/constants/all')
  return resolve(await loadPresetPolicy(preset), { abis: ABIS }, { families: constantFamilies }).rules
}

const PRESETS = ['no-network', 'mode-strict', 'container-default'] as const

const COMMON = [
  'read',
  'openat',
  'socket',
  'clone3',
  'nosuchcall',
  'SCMP_ACT_ERRNO',
  '0',
  '1',
  '"',
  ',',
  '\n',
  '[]',
  '{}',
]

/** The words in the texts of a notation, but only a few of each kind. */
function wordsOf(seeds: readonly string[], more: readonly string[]): readonly string[] {
  const found = seeds.flatMap((seed) => seed.slice(0, 20_000).match(/[A-Za-z_@.-]{2,40}/g) ?? [])
  return [...new Set([...COMMON, ...more, ...found])].slice(0, 400)
}

function grammar(seeds: readonly string[], isJson: boolean, more: readonly string[] = []): Grammar {
  return { seeds, isJson, words: wordsOf(seeds, more) }
}

/** Texts by hand, in forms that writers never produce. */
const BY_HAND: Readonly<Record<string, readonly string[]>> = {
  oci: [
    '{"defaultAction":"SCMP_ACT_ERRNO","defaultErrnoRet":38,"architectures":["SCMP_ARCH_X86_64","SCMP_ARCH_X86"],"archMap":null,"flags":["SECCOMP_FILTER_FLAG_LOG"],"listenerPath":"/x","syscalls":[{"names":["read","write"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_ADMIN"],"minKernel":"4.8"},"excludes":{"arches":["s390x"]}},{"names":["socket"],"action":"SCMP_ACT_ERRNO","errnoRet":1,"args":[{"index":0,"value":40,"valueTwo":0,"op":"SCMP_CMP_MASKED_EQ"}],"comment":"c"}]}',
  ],
  seccompiler: [
    '{"vmm":{"mismatch_action":{"errno":1},"match_action":"allow","filter":[{"syscall":"read"},{"syscall":"ioctl","args":[{"index":1,"type":"dword","op":{"masked_eq":7},"val":1,"comment":"x"}]}]}}',
  ],
  firecracker: [
    '{"vmm":{"default_action":"trap","filter_action":"allow","filter":[{"syscall":"read","comment":"c"},{"syscall":"ioctl","args":[{"index":1,"type":"dword","op":{"masked_eq":7},"val":1}]},{"syscall":"futex","args":[{"index":1,"type":"qword","op":"ne","val":0}]}]}}',
  ],
  spo: [
    'apiVersion: security-profiles-operator.x-k8s.io/v1beta1\nkind: SeccompProfile\nmetadata:\n  name: web\nspec: &s\n  defaultAction: SCMP_ACT_ERRNO\n  architectures: [SCMP_ARCH_X86_64]\n  syscalls:\n  - action: SCMP_ACT_ALLOW\n    names: &n\n    - read\n    - "write"\n    args: [{index: 0, value: 1, op: SCMP_CMP_EQ}]\n  - {names: *n, action: SCMP_ACT_LOG}\n---\nkind: Pod\n',
  ],
  systemd: [
    '[Unit]\nDescription=x\n\n[Service]\nSystemCallFilter=@system-service \\\n  @mount\nSystemCallFilter=~ptrace clone3:ENOSYS\nSystemCallErrorNumber=EPERM\nSystemCallArchitectures=native x86\n; comment\n',
    '[Service]\nSystemCallFilter=~@mount:EPERM @clock\nSystemCallFilter=\nSystemCallFilter=~kexec_load\nRestrictNamespaces=yes\n',
    '[Service]\nSystemCallFilter=~@clock:1 kexec_load:38\nSystemCallErrorNumber=13\n',
  ],
  minijail: [
    '# comment\n@default kill-thread\nread: 1\nioctl: arg1 == 0x5401 || arg1 == TCGETS && arg0 != 3\nmmap[arch=x86_64]: arg2 in ~PROT_EXEC\n{open, openat}: { arg1 & O_CREAT; return EPERM, allow }\n',
    '@denylist\nptrace: return 1\n',
  ],
  'minijail-c': ['# comment\nread: 1\nioctl: arg1 == 0x5401 || arg1 == TCGETS && arg0 != 3\nmmap: arg2 in ~PROT_EXEC; return EPERM\nwrite: return 5\n'],
  weights: [
    '{"read": 5, "write": 1.5}',
    '% time     seconds  usecs/call     calls    errors syscall\n------ ----------- ----------- --------- --------- ----------------\n 50.00    0.000229          28         8         1 mmap\n 50.00    0.000229          28         8           read\n------ ----------- ----------- --------- --------- ----------------\n100.00    0.000229          28        16         1 total\n',
    ' Summary of events:\n\n sleep (1234), 80 events, 90.0%\n\n   syscall            calls  errors  total       min       avg       max       stddev\n                                     (msec)    (msec)    (msec)    (msec)        (%)\n   --------------- --------  ------ -------- --------- --------- ---------     ------\n   mmap                   8      0     0.052     0.004     0.006     0.011     11.54%\n',
    '            cat-1234    [001] .....   100.000001: sys_enter: NR 0 (3, 7ffd, 340, 22, 0, 0)\n            cat-1234    [001] .....   100.000002: sys_read(fd: 3, buf: 7ffd, count: 340)\n',
  ],
  trace: [
    '3036078<sh> 1796030980.526 [ 257] openat(AT_FDCWD</tmp>, "/etc/a\\"b", O_RDONLY|O_CLOEXEC) = 3</etc/ld.so.cache>\n[pid 7] clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|SIGCHLD <unfinished ...>\n[pid 7] <... clone resumed>) = 8\n[  11] [ Process PID=7 runs in 32 bit mode. ]\nsocket(0x2 /* AF_INET */, 0x1, 0) = -1 EINVAL (Invalid argument)\n8 +++ exited with 0 +++\nkill(7, SIGTERM) = ?\n',
    '[1.5] audit: type=1326 audit(1796029887.492:88735): auid=4294967295 uid=0 gid=0 ses=4294967295 pid=3 comm="bash" exe=2F62696E arch=1 sig=31 arch=c000003e syscall=110 compat=0 ip=0x7ff2 code=0x0\ntype=SECCOMP msg=audit(1.000:1): auid=1 uid=0 gid=0 ses=1 subj=a (enforce) pid=3 comm="b" exe="/b" sig=0 arch=40000003 syscall=-1 compat=1 ip=0x7 code=0x7ffc0000\naudit: 3 callbacks suppressed\n',
    '            cat-1234    [001] .....   100.000001: sys_enter: NR 0 (3, 7ffd, 340, 22, 0, 0)\n             cat  268462 [001] 11095.6: syscalls:sys_enter_openat: dfd: 0xffffff9c, flags: 0x1\n',
  ],
  recording: [
    '{"format":"seccompile-recording","version":1,"source":"watch","machine":"x86_64","kernel":"6.18.0","libc":"glibc 2.41","abis":["x86_64","x32"],"scenario":"start","outerFilters":1,"unseen":["what 1 outer filter refuses"],"began":1790000000000}\n{"abi":"x86_64","nr":0,"call":"read","program":"curl","count":1,"first":6,"last":6}\n{"abi":"x86_64","nr":0,"call":"read","program":"\\u001b[1mx","args":["0x2",null,"0xffffffffffffffff"],"count":2}\n{"abi":"x32","nr":1073741864,"args":["more"],"count":3}\n{"abi":"x86_64","count":1}\n{"end":true,"rows":4,"calls":2}\n',
  ],
  baseline: ['{"accepted":[{"lintRule":"width-gap","call":"setpriority","abi":"x86_64","reason":"until the next release"},{"lintRule":"x32-open","reason":"no x32 here"}]}'],
  'systemd sets': ['@clock\n    # Change the system time\n    adjtimex\n    clock_settime\n\n@system-service\n    # General\n    @clock\n    read\n\n# Ungrouped System Calls:\n'],
  audit: [
    'audit: type=1326 audit(1795580994.634:855): auid=4294967295 uid=0 gid=0 ses=4294967295 pid=313408 comm="bash" exe="/usr/bin/bash" sig=31 arch=c000003e syscall=39 compat=0 ip=0x7fa5ef11eb67 code=0x80000000\n',
    'auid=1 uid=0 gid=0 ses=1 subj=a (enforce) pid=3 comm=612062 exe=(null) sig=0 arch=40000003 syscall=-1 compat=1 ip=0x7 code=0x7ffc0000\n',
  ],
  'source text': [
    'struct sock_filter f[] = { { 0x20, 0, 0, 0x00000004 }, BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW), };',
    '"\\x06\\x00\\x00\\x00\\x00\\x00\\xff\\x7f"',
    'BgAAAAAA/38=',
    '06000000 0000ff7f',
  ],
  assembly: ['ld [4]\n/* c */ jne #0xc000003e, bad\nld [0]\njgt #59, bad, good\ngood: ret #0x7fff0000\nbad: ret #0\n'],
  'seccomp-tools': ['A = arch\nA == ARCH_X86_64 ? next : dead\nA = sys_number\nA >= 0x40000000 ? dead : next\nA == read ? ok : next\nreturn ERRNO(1)\nok:\nreturn ALLOW\ndead:\nreturn KILL\n'],
} // prettier-ignore

const written = (text: Uint8Array | string): readonly string[] => (typeof text === 'string' ? [text] : [])

/** Notations of policies in JSON; a SeccompProfile may also be YAML. */
const JSON_NOTATIONS: readonly string[] = ['oci', 'seccompiler', 'firecracker']

/** @throws Error where a warning is not for a person */
function checkWarnings(warnings: readonly { readonly message: string; readonly brief?: string }[]): void {
  for (const text of warnings.flatMap(({ message, brief }) => [message, brief ?? ''])) {
    const fault = messageFault(text)
    if (fault !== undefined) throw new Error(`a warning ${fault}`)
  }
}

async function ofPolicies(notation: PolicyNotation, rules: readonly RuleSet[]): Promise<InputReader> {
  const texts = await Promise.all(rules.map(async (each) => (await notation.write(each, ABIS)).text))
  const seeds = [...(BY_HAND[notation.name] ?? []), ...texts.filter((text) => text.length < 40_000)]
  const { constantFamilies } = await import('@seccompile/constants/all')
  return {
    name: notation.name,
    encoding: 'utf8',
    ...grammar(seeds, JSON_NOTATIONS.includes(notation.name)),
    read: async (text) => {
      const loaded = await notation.read(text, FILE)
      const resolution = resolve(loaded.policy, { abis: ABIS }, { families: constantFamilies })
      checkWarnings([...loaded.warnings, ...resolution.warnings])
      return resolution
    },
  }
} // prettier-ignore

/** Bytes as text of Latin-1. */
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** Reads a raw filter; `undefined` where the bytes break the level, for which the command has a message. */
function readRaw(text: string): unknown {
  try {
    return verify(decode(Buffer.from(text, 'latin1'), 'little'))
  } catch (error) {
    if (error instanceof IrError) return undefined
    throw error
  }
}

/** The findings of an artifact. */
function readArtifact(text: string): unknown {
  const findings = checkArtifact(text, { file: FILE })
  checkWarnings(findings)
  return findings
}

/** Reads and adds a recording. */
function readRecorded(text: string): unknown {
  const counts = recordingCounts()
  for (const row of readRecording(text, { file: FILE }).rows) counts.addRow(row)
  return counts.rows()
}

/** Reads a trace, and adds its rows. */
function readTraced(text: string, options: TraceOptions): unknown {
  const counts = recordingCounts()
  for (const row of readTrace(text, options).rows) counts.addRow(row)
  return counts.rows()
}

/** All readers. */
export async function inputReaders(): Promise<readonly InputReader[]> {
  const rules = await Promise.all(PRESETS.map((preset) => presetRules(preset)))
  const programs: readonly Program[] = rules.slice(0, 2).map((ir) => compileRules(ir, { pipeline: 'none' }))
  const textsBy = async (names: RegExp): Promise<readonly string[]> => {
    const texts: string[] = []
    for (const { name, write } of PROGRAM_NOTATIONS)
      if (names.test(name))
        for (const program of programs)
          texts.push(...written(await write({ program, endianness: 'little', abis: ABIS, nameOf: () => undefined })))
    return texts
  }
  const source = await textsBy(/^(?!raw|asm|seccomp-tools)/)
  const options = { file: FILE }
  const { constantNamed } = await import('@seccompile/constants/all')
  const traceOptions = { ...options, constantNamed }
  const repro = printReproducer({ passes: 'sort', error: 'x', level: 'rules', endianness: 'little', insnCost: 0.5, argInsnCost: 0.5, effort: 'default', maxPath: 100, ir: rules[1]!, target: {} }) // prettier-ignore
  return [
    ...(await Promise.all([...POLICY_NOTATIONS, ...WRITTEN_ONLY].map((notation) => ofPolicies(notation, rules)))),
    { name: 'listing', encoding: 'utf8', ...grammar(programs.map((program) => print(program)), false), read: (text) => parseListing(text, options) },
    { name: 'assembly', encoding: 'utf8', ...grammar([...BY_HAND['assembly']!, ...(await textsBy(/^asm$/))], false), read: (text) => parseAssembly(text, options) },
    { name: 'seccomp-tools', encoding: 'utf8', ...grammar([...BY_HAND['seccomp-tools']!, ...(await textsBy(/^seccomp-tools$/))], false), read: (text) => parseSeccompTools(text, { ...options, abis: ABIS }) },
    { name: 'source text', encoding: 'utf8', ...grammar([...BY_HAND['source text']!, ...source], false, ['BPF_JUMP', '{', '}', '(', '|', '<<', '0x']), read: (text) => readSource(text, { ...options, callNumber: () => 1 }) },
    { name: 'raw', encoding: 'latin1', ...grammar(programs.map((program) => latin1(encode(program, 'little'))), false, ['\0', '\u0006', '\u0015']), read: readRaw },
    { name: 'weights', encoding: 'utf8', ...grammar(BY_HAND['weights']!, false), read: (text) => parseWeights(text, options) },
    { name: 'trace', encoding: 'utf8', ...grammar([...BY_HAND['trace']!, ...BY_HAND['weights']!.slice(1)], false, ['= 0\n', ' <unfinished ...>', '/*', '<', '>', 'SOCK_STREAM', '|']), read: (text) => readTraced(text, traceOptions) },
    { name: 'recording', encoding: 'utf8', ...grammar([...BY_HAND['recording']!, BY_HAND['recording']![0]!.replaceAll('\n', '\r\n')], false, ['null', '"more"', '"0x', ':', '{"end":true']), read: (text) => readRecorded(text) },
    { name: 'manifest', encoding: 'utf8', ...grammar(['{"seccompile":"0.1.0","policy":"p.json","options":{"abi":"x86_64","kernel":"6.12"},"filters":["f.bpf"],"digest":"c1"}'], true), read: (text) => parseManifest(text, FILE) },
    { name: 'baseline', encoding: 'utf8', ...grammar(BY_HAND['baseline']!, true), read: (text) => parseBaseline(text, FILE) },
    { name: 'artifact', encoding: 'utf8', ...grammar(BY_HAND['oci']!, true), read: readArtifact },
    { name: 'systemd sets', encoding: 'utf8', ...grammar(BY_HAND['systemd sets']!, false), read: parseSystemdSets },
    { name: 'audit', encoding: 'utf8', ...grammar(BY_HAND['audit']!, false), read: auditRecords },
    { name: 'reproducer', encoding: 'utf8', ...grammar([repro], true), read: (text) => parseReproducer(text, options) },
  ]
} // prettier-ignore
