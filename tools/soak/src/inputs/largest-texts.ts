/*
 * Texts as large as a reader takes, each of one thing that it may have many of: keys, names, rules, lines, brackets. A reader or a
 * command that looks at all things for each of them does not end.
 */

/** A text of the largest size. */
export interface LargestText {
  /** What there are many of. */
  readonly name: string
  /** The ending of its file, by which commands know the notation. */
  readonly ending: string
  readonly text: string
}

const MEBI = 1024 * 1024
/** UTF-16 units that a reader takes, by the ending of the file. */
const MOST: Readonly<Record<string, number>> = { yaml: 2 * MEBI, service: MEBI, policy: MEBI }
/** That of other readers, and much for those that read a stream. */
const MOST_OF_OTHERS = 4 * MEBI

/** What a text has many of. */
interface Pieces {
  readonly name: string
  readonly head: string
  /** The piece of a place. */
  readonly piece: (i: number) => string
  /** What follows so many pieces. */
  readonly tail: (count: number) => string
  /** No more than these: as many as the reader takes of them, where the size is not what it bounds. */
  readonly count: number
}

/** As many pieces as `most` units have room for. */
function filled(most: number, { head, piece, tail, count }: Pieces): string {
  const parts = [head]
  let length = head.length + tail(0).length
  let i = 0
  for (; i < count; i += 1) {
    const next = piece(i)
    length += next.length
    if (length > most) break
    parts.push(next)
  }
  return `${parts.join('')}${tail(i)}`
}

const many = (name: string, head: string, piece: (i: number) => string, tail: string = '', count: number = Infinity): Pieces => ({ name, head, piece, tail: () => tail, count }) // prettier-ignore

const OCI = '{"defaultAction":"SCMP_ACT_ERRNO","architectures":["SCMP_ARCH_X86_64"],"syscalls":['
const LAST = '{"names":["read"],"action":"SCMP_ACT_ALLOW"}]}'
const NAMES = `${OCI}{"action":"SCMP_ACT_ALLOW","names":[`
const rule = (call: string, args: string, action: string = '"SCMP_ACT_ALLOW"'): string =>
  `{"names":["${call}"],"action":${action},"args":[${args}]},`
const argument = (index: number, value: number, op: string, more: string = ''): string =>
  `{"index":${index},"value":${value},"op":"SCMP_CMP_${op}"${more}}`

const PROFILES: readonly Pieces[] = [
  many('320,000 keys of a profile', `${OCI}${LAST.slice(0, -1)}`, (i) => `,"k${i}":1`, '}', 320_000),
  many('320,000 keys of a rule', `${OCI}{"names":["read"],"action":"SCMP_ACT_ALLOW"`, (i) => `,"k${i}":1`, '}]}', 320_000),
  many('320,000 unknown names', NAMES, (i) => `"call${i}",`, '"read"]}]}', 320_000),
  many('320,000 names that are repeated', NAMES, () => '"read",', '"read"]}]}', 320_000),
  many('50,000 rules of one unknown name each', OCI, (i) => rule(`call${i}`, ''), LAST, 50_000),
  many('32,000 values of an argument', OCI, (i) => rule('ioctl', argument(1, i * 3, 'EQ')), LAST, 32_000),
  many('keys of a profile', `${OCI}${LAST.slice(0, -1)}`, (i) => `,"k${i}":1`, '}'),
  many('keys of a rule', `${OCI}{"names":["read"],"action":"SCMP_ACT_ALLOW"`, (i) => `,"k${i}":1`, '}]}'),
  many('rules with a key', OCI, (i) => `{"names":["read"],"action":"SCMP_ACT_ALLOW","k${i}":1},`, LAST),
  many('unknown names', NAMES, (i) => `"call${i}",`, '"read"]}]}'),
  many('misspelt names', NAMES, (i) => `"openat${i}x",`, '"read"]}]}'),
  many('names that are repeated', NAMES, () => '"read",', '"read"]}]}'),
  many('rules that are repeated', OCI, () => rule('read', ''), LAST),
  many('rules of one unknown name each', OCI, (i) => rule(`call${i}`, ''), LAST),
  many('values of an argument', OCI, (i) => rule('ioctl', argument(1, i * 3, 'EQ')), LAST),
  many('values of an argument that differ from all', OCI, (i) => rule('ioctl', argument(1, i * 3, 'NE')), LAST),
  many('bounds of an argument', OCI, (i) => rule('ioctl', argument(1, i * 3, 'GE'), `"SCMP_ACT_ERRNO","errnoRet":${(i % 4000) + 1}`), LAST),
  many('masks of an argument', OCI, (i) => rule('ioctl', argument(1, i % 7919, 'MASKED_EQ', `,"valueTwo":${i % 104729}`)), LAST),
  many('conditions on every argument', OCI, (i) => rule('ioctl', [0, 1, 2, 3, 4, 5].map((k) => argument(k, i * (k + 1), 'EQ')).join()), LAST),
  many('conditions of one rule', `${OCI}{"names":["ioctl"],"action":"SCMP_ACT_ALLOW","args":[`, (i) => `${argument(i % 6, i, 'NE')},`, `${argument(0, 0, 'NE')}]}]}`),
  many('errnos', OCI, (i) => rule('read', argument(0, i, 'EQ'), `"SCMP_ACT_ERRNO","errnoRet":${(i % 4095) + 1}`), LAST),
  many('architectures', '{"defaultAction":"SCMP_ACT_ERRNO","architectures":[', () => '"SCMP_ARCH_X86",', '"SCMP_ARCH_X86_64"],"syscalls":[]}'),
  many('unknown architectures', '{"defaultAction":"SCMP_ACT_ERRNO","architectures":[', (i) => `"SCMP_ARCH_X${i}",`, '"SCMP_ARCH_X86_64"],"syscalls":[]}'),
  many('capabilities', `${OCI}{"names":["read"],"action":"SCMP_ACT_ALLOW","includes":{"caps":[`, (i) => `"CAP_${i}",`, '"CAP_SYS_ADMIN"]}}]}'),
  many('flags', `${OCI}${LAST.slice(0, -1)},"flags":[`, (i) => `"F${i}",`, '"SECCOMP_FILTER_FLAG_LOG"]}'),
  many('comments', OCI, (i) => `{"names":["read"],"action":"SCMP_ACT_ALLOW","comment":"c${i}"},`, LAST),
  many('empty rules', OCI, () => '{},', LAST),
  many('open brackets', OCI, () => '['),
  many('nested keys', '{"syscalls":', () => '{"a":'),
  many('characters of a name', `${NAMES}"`, () => 'x', '"]}]}'),
  many('quotes of a name', `${NAMES}"`, () => String.raw`\"`, '"]}]}'),
  many('line ends', '{', () => '\n', `${OCI.slice(1)}${LAST}`),
  many('keys that are repeated', '{', () => '"defaultAction":"SCMP_ACT_ERRNO",', `${OCI.slice(1)}${LAST}`),
] // prettier-ignore

const THREAD = '"mismatch_action":"trap","match_action":"allow","filter":['
const SECCOMPILER: readonly Pieces[] = [
  many('40,000 rules', `{"t":{${THREAD}`, (i) => `{"syscall":"ioctl","args":[{"index":1,"type":"dword","op":"eq","val":${i}}]},`, '{"syscall":"read"}]}}', 40_000),
  many('80,000 keys', `{"t":{${THREAD}`, (i) => `{"syscall":"read","k${i}":1},`, '{"syscall":"read"}]}}', 80_000),
  many('threads', '{', (i) => `"t${i}":{${THREAD}{"syscall":"read"}]},`, `"t":{${THREAD}]}}`),
  many('threads that are wrong', '{', (i) => `"t${i}":{},`, `"t":{${THREAD}]}}`),
  many('rules', `{"t":{${THREAD}`, (i) => `{"syscall":"ioctl","args":[{"index":1,"type":"dword","op":"eq","val":${i}}]},`, '{"syscall":"read"}]}}'),
  many('unknown names', `{"t":{${THREAD}`, (i) => `{"syscall":"call${i}"},`, '{"syscall":"read"}]}}'),
  many('keys', `{"t":{${THREAD}`, (i) => `{"syscall":"read","k${i}":1},`, '{"syscall":"read"}]}}'),
] // prettier-ignore

const SPO =
  'apiVersion: security-profiles-operator.x-k8s.io/v1beta1\nkind: SeccompProfile\nmetadata: {name: web}\nspec:\n  defaultAction: SCMP_ACT_ERRNO\n'
const YAML: readonly Pieces[] = [
  many('40,000 names', `${SPO}  syscalls:\n  - action: SCMP_ACT_ALLOW\n    names:\n`, (i) => `    - call${i}\n`, '', 40_000),
  many('4,000 rules', `${SPO}  syscalls:\n`, (i) => `  - {names: [ioctl], action: SCMP_ACT_ALLOW, args: [{index: 1, value: ${i}, op: SCMP_CMP_EQ}]}\n`, '', 4000),
  many('30,000 keys', `${SPO}  syscalls: []\n`, (i) => `  k${i}: 1\n`, '', 30_000),
  many('45,000 aliases', `${SPO}  syscalls:\n  - &a {names: [read], action: SCMP_ACT_ALLOW}\n`, () => '  - *a\n', '', 45_000),
  many('names', `${SPO}  syscalls:\n  - action: SCMP_ACT_ALLOW\n    names:\n`, (i) => `    - call${i}\n`),
  many('names of a flow', `${SPO}  syscalls:\n  - action: SCMP_ACT_ALLOW\n    names: [`, (i) => `call${i}, `, 'read]\n'),
  many('keys', `${SPO}  syscalls: []\n`, (i) => `  k${i}: 1\n`),
  many('rules', `${SPO}  syscalls:\n`, (i) => `  - {names: [ioctl], action: SCMP_ACT_ALLOW, args: [{index: 1, value: ${i}, op: SCMP_CMP_EQ}]}\n`),
  many('documents', `${SPO}  syscalls: []\n`, () => '---\n'),
  many('documents with a profile', '', () => `${SPO}---\n`),
  many('anchors', `${SPO}  syscalls:\n`, (i) => `  - &a${i} {names: [read], action: SCMP_ACT_ALLOW}\n`),
  many('aliases', `${SPO}  syscalls:\n  - &a {names: [read], action: SCMP_ACT_ALLOW}\n`, () => '  - *a\n'),
  many('aliases that are unknown', `${SPO}  syscalls:\n`, (i) => `  - *a${i}\n`),
  many('open brackets', `${SPO}  syscalls: `, () => '['),
  many('open braces', `${SPO}  syscalls: `, () => '{a: '),
  many('dashes', `${SPO}  syscalls:\n    `, () => '- '),
  many('deeper and deeper lines', SPO, (i) => `${' '.repeat(2 + i)}a:\n`),
  many('spaces', SPO, () => ' '),
  many('comments', SPO, () => '#\n'),
  many('lines of a text', `${SPO}  syscalls: |\n`, () => '    x\n'),
  many('question marks', `${SPO}  syscalls:\n    `, () => '? '),
  many('keys that are repeated', SPO, () => '  defaultAction: SCMP_ACT_ERRNO\n'),
  many('tabs', SPO, () => '\t'),
  many('quotes', `${SPO}  syscalls: "`, () => String.raw`\"`, '"\n'),
] // prettier-ignore

const UNITS: readonly Pieces[] = [
  many('8,000 lists', '[Service]\n', (i) => `SystemCallFilter=${i % 2 === 0 ? '' : '~'}@system-service\n`, '', 8000),
  many('8,000 names', '[Service]\nSystemCallFilter=read', (i) => ` call${i}`, '', 8000),
  many('8,000 groups', '[Service]\nSystemCallFilter=read', () => ' @known', '', 8000),
  many('8,000 errnos', '[Service]\nSystemCallFilter=~', (i) => `ptrace:${(i % 4000) + 1} `, '', 8000),
  many('8,000 keys', '[Service]\nSystemCallFilter=read\n', (i) => `Key${i}=1\n`, '', 8000),
  many('lists', '[Service]\n', (i) => `SystemCallFilter=${i % 2 === 0 ? '' : '~'}@system-service\n`),
  many('names of a list', '[Service]\nSystemCallFilter=read', (i) => ` call${i}`),
  many('groups of a list', '[Service]\nSystemCallFilter=read', () => ' @known'),
  many('unknown groups', '[Service]\nSystemCallFilter=read', (i) => ` @g${i}`),
  many('errnos of a list', '[Service]\nSystemCallFilter=~', (i) => `ptrace:${(i % 4000) + 1} `),
  many('lists of one name', '[Service]\nSystemCallFilter=read\n', (i) => `SystemCallFilter=call${i}\n`),
  many('keys', '[Service]\nSystemCallFilter=read\n', (i) => `Key${i}=1\n`),
  many('sections', '[Service]\nSystemCallFilter=read\n', (i) => `[S${i}]\n`),
  many('sections with a filter', '', () => '[Service]\nSystemCallFilter=read\n'),
  many('lines that go on', '[Service]\nSystemCallFilter=read', () => ' \\\n'),
  many('lines that go on with a name', '[Service]\nSystemCallFilter=read', (i) => ` \\\n call${i}`),
  many('comments in a line', '[Service]\nSystemCallFilter=read \\\n', () => '#\n'),
  many('empty lists', '[Service]\n', () => 'SystemCallFilter=\n'),
  many('architectures', '[Service]\nSystemCallFilter=read\nSystemCallArchitectures=native', () => ' x86'),
  many('other restrictions', '[Service]\nSystemCallFilter=read\n', (i) => `RestrictNamespaces=${i % 2 === 0 ? '~user' : 'net'}\n`),
  many('families', '[Service]\nSystemCallFilter=read\nRestrictAddressFamilies=AF_UNIX', () => ' AF_INET'),
] // prettier-ignore

const MINIJAIL: readonly Pieces[] = [
  many('4,000 alternatives', 'read: 1\nioctl: arg1 == 0', (i) => ` || arg1 == ${i * 3}`, '\n', 4000),
  many('4,000 masks', 'read: 1\nioctl: arg1 == 0', (i) => ` || arg1 & ${(i * 37) % 65537}`, '\n', 4000),
  many('4,000 alternatives of conjunctions', 'read: 1\nioctl: arg1 == 0', (i) => ` || arg1 == ${i} && arg2 != ${i}`, '\n', 2000),
  many('16,000 lines of one call', '', (i) => `ioctl: arg1 == ${i}\n`, '', 16_000),
  many('unknown names', 'read: 1\n', (i) => `call${i}: 1\n`),
  many('names that are repeated', '', () => 'read: 1\n'),
  many('alternatives', 'read: 1\nioctl: arg1 == 0', (i) => ` || arg1 == ${i * 3}`, '\n'),
  many('conjunctions', 'read: 1\nioctl: arg1 == 0', (i) => ` && arg${i % 6} != ${i}`, '\n'),
  many('alternatives of conjunctions', 'read: 1\nioctl: arg1 == 0', (i) => ` || arg1 == ${i} && arg2 != ${i} && arg3 & ${i + 1}`, '\n'),
  many('masks', 'read: 1\nioctl: arg1 == 0', (i) => ` || arg1 & ${(i * 37) % 65537}`, '\n'),
  many('constants of a value', 'read: 1\nioctl: arg1 == 0', () => '|1', '\n'),
  many('unknown constants', 'read: 1\nioctl: arg1 == 0', (i) => `|C${i}`, '\n'),
  many('lines with an unknown constant', 'read: 1\n', (i) => `ioctl: arg1 == C${i}\n`),
  many('lines of one call', 'read: 1\n', (i) => `ioctl: arg1 == ${i}\n`),
  many('actions of a call', 'read: 1\nioctl: { ', (i) => `arg1 == ${i}, `, '1 }\n'),
  many('names of a line', 'read: 1\n{read', (i) => `, call${i}`, '}: 1\n'),
  many('defaults', 'read: 1\n', () => '@default kill-process\n'),
  many('parts', 'read: 1\n', (i) => `@include ./p${i}\n`),
  many('frequencies', 'read: 1\n', (i) => `@frequency ./p${i}\n`),
  many('comments', 'read: 1\n', () => '#\n'),
  many('lines that go on', 'write: 1\nread: \\\n', () => ' \\\n', '1\n'),
  many('open parentheses', 'write: 1\nread: ', () => '('),
  many('negations', 'read: arg0 == ', () => '~', '1\n'),
  many('digits', 'read: arg0 == ', () => '1', '\n'),
  many('spaces', 'write: 1\nread:', () => ' ', '1\n'),
] // prettier-ignore

const ASSEMBLY: readonly Pieces[] = [
  many('4,095 labels', '', (i) => `l${i}: ret #0\n`, '', 4095),
  many('labels', '', (i) => `l${i}: ret #0\n`),
  many('labels of one place', '', (i) => `l${i}:\n`, 'ret #0\n'),
  many('jumps', '', (i) => `jmp l${i}\n`, 'ret #0\n'),
  many('returns', '', () => 'ret #0\n'),
  many('comments', '', () => '/**/', 'ret #0\n'),
  many('open comments', '', () => '/*'),
  many('spaces', 'ret', () => ' ', '#0\n'),
  many('unknown words', '', (i) => `w${i} #0\n`, 'ret #0\n'),
] // prettier-ignore

const LISTINGS: readonly Pieces[] = [
  many('conditions', '', (i) => `A == ${i} ? l${i} : next\n`, 'return ALLOW\n'),
  many('labels', '', (i) => `l${i}:\n`, 'return ALLOW\n'),
  many('names', 'A = sys_number\n', (i) => `A == call${i} ? next : next\n`, 'return ALLOW\n'),
] // prettier-ignore

const SOURCES: readonly Pieces[] = [
  many('instructions', 'struct sock_filter f[] = {', () => '{0x20,0,0,4},', '{6,0,0,0}};\n'),
  many('macros', 'struct sock_filter f[] = {', () => 'BPF_STMT(BPF_RET|BPF_K,SECCOMP_RET_ALLOW),', '};\n'),
  many('unknown words', 'struct sock_filter f[] = {', (i) => `W${i},`, '};\n'),
  many('open parentheses', 'struct sock_filter f[] = {{', () => '('),
  many('alternatives', 'struct sock_filter f[] = {{0', () => '|0', ',0,0,0}};\n'),
  many('bytes of a string', '"', () => String.raw`\x06`, '"\n'),
  many('digits', '', () => '06000000'),
  many('arrays', '', (i) => `struct sock_filter f${i}[] = {{6,0,0,0}};\n`),
] // prettier-ignore

const audit = (i: number, syscall: number): string =>
  `type=SECCOMP msg=audit(1.0:${i}): auid=1 uid=0 gid=0 ses=1 pid=${i} comm="c${i}" exe="/b" sig=0 arch=c000003e syscall=${syscall} compat=0 ip=0x7 code=0x7ffc0000\n`
const TRACES: readonly Pieces[] = [
  many('unknown names', '', (i) => `call${i}(1) = 0\n`),
  many('calls', '', (i) => `ioctl(${i % 1000}, ${i}, 0x7ffd) = 0\n`),
  many('programs', '', (i) => `${i} execve("/p${i}", ["p"], 0x7ffd) = 0\n${i} read(0, "", ${i}) = 0\n`),
  many('calls that do not end', '', (i) => `[pid ${i}] read(0,  <unfinished ...>\n`),
  many('calls that did not begin', '', (i) => `[pid ${i}] <... read resumed>) = 0\n`),
  many('threads', '', (i) => `[pid ${i}] clone(child_stack=NULL, flags=CLONE_VM|SIGCHLD) = ${i + 1}\n`),
  many('flags', 'open("a", O_RDONLY', () => '|O_CLOEXEC', ') = 3\n'),
  many('arguments', 'read(0', (i) => `, ${i}`, ') = 0\n'),
  many('brackets', 'read(', () => '{', ') = 0\n'),
  many('quotes', 'read(0, "', () => String.raw`\"`, '", 1) = 0\n'),
  many('characters of a line', '', () => 'x'),
  many('text of the program', '', (i) => `text ${i} (of) a = program\n`),
  many('records of the kernel', '', (i) => audit(i, i % 400)),
  many('records of unknown calls', '', (i) => audit(i, 100_000 + i)),
  many('events of tracefs', '', (i) => `    cat-${i}    [001] .....   100.000001: sys_enter: NR ${i % 400} (${i}, 7ffd, 340, 22, 0, 0)\n`),
  many('events of perf', '', (i) => `     cat  ${i} [001] 11095.6: syscalls:sys_enter_call${i}: dfd: 0xffffff9c, flags: 0x1\n`),
] // prettier-ignore

const HEAD =
  '{"format":"seccompile-recording","version":1,"source":"watch","machine":"x86_64","kernel":"6.18.0","abis":["x86_64"]'
const ROW = '{"abi":"x86_64","nr":16,"call":"ioctl"'
const recorded = (name: string, piece: (i: number) => string): Pieces => ({ ...many(name, `${HEAD},"unseen":[]}\n`, piece), tail: (count) => `{"end":true,"rows":${count},"calls":${count}}\n` }) // prettier-ignore

const RECORDINGS: readonly Pieces[] = [
  recorded('rows', (i) => `${ROW},"args":["0x${(i % 64).toString(16)}","0x${i.toString(16)}"],"count":1}\n`),
  recorded('programs', (i) => `${ROW},"program":"p${i}","count":1}\n`),
  recorded('unknown calls', (i) => `{"abi":"x86_64","nr":${100_000 + i},"call":"call${i}","count":1}\n`),
  many('notes', `${HEAD},"unseen":[`, (i) => `"u${i}",`, '"u"]}\n'),
  many('heads', '', () => `${HEAD},"unseen":[]}\n`),
] // prettier-ignore

const COUNTS: readonly Pieces[] = [
  many('unknown names', '{', (i) => `"call${i}":1,`, '"read":1}'),
  many('names that are repeated', '{', () => '"read":1,', '"read":1}'),
] // prettier-ignore

const MANIFESTS: readonly Pieces[] = [
  many('filters', '{"seccompile":"0.1.0","policy":"p.json","options":{},"filters":[', (i) => `"f${i}.bpf",`, '"f.bpf"],"digest":"c1"}'),
  many('options', '{"seccompile":"0.1.0","policy":"p.json","filters":["f.bpf"],"digest":"c1","options":{', (i) => `"o${i}":1,`, '"abi":"x86_64"}}'),
] // prettier-ignore

const BASELINES: readonly Pieces[] = [
  many('entries', '{"accepted":[', (i) => `{"lintRule":"width-gap","call":"call${i}","reason":"r"},`, '{"lintRule":"width-gap","reason":"r"}]}'),
  many('entries of unknown rules', '{"accepted":[', (i) => `{"lintRule":"r${i}","reason":"r"},`, '{"lintRule":"width-gap","reason":"r"}]}'),
] // prettier-ignore

const REPRODUCERS: readonly Pieces[] = [
  many('keys', '{"seccompile":"reproducer","version":1', (i) => `,"k${i}":1`, '}'),
] // prettier-ignore

const KINDS: Readonly<Record<string, readonly Pieces[]>> = {
  json: PROFILES,
  'threads.json': SECCOMPILER,
  yaml: YAML,
  service: UNITS,
  policy: MINIJAIL,
  asm: ASSEMBLY,
  listing: LISTINGS,
  c: SOURCES,
  strace: TRACES,
  ndjson: RECORDINGS,
  'counts.json': COUNTS,
  'manifest.json': MANIFESTS,
  'baseline.json': BASELINES,
  'repro.json': REPRODUCERS,
}

/** All texts; each is made when it is asked for. */
export function* largestTexts(): Generator<LargestText> {
  for (const [ending, kinds] of Object.entries(KINDS))
    for (const pieces of kinds)
      yield {
        name: `${ending}: ${pieces.name}`,
        ending,
        text: filled(MOST[ending] ?? MOST_OF_OTHERS, pieces),
      }
}
