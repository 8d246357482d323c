/*
 * Random units: lines that filter calls, in every form that the parser of systemd distinguishes. These are
 * backslashes at line ends, comments between continued lines, four kinds of line ends, byte order marks, blanks,
 * quotes, several sections, misspelt keys, words that systemd ignores, and empty values that reset a setting.
 */
import fc from 'fast-check'

/**
 * Calls of all ABIs, calls of some ABIs, calls behind multiplexers, calls unknown to libseccomp, and names of no
 * call.
 */
const CALLS = [
  'read', 'write', 'openat', 'bpf', 'mount', 'clone3', 'execve', 'exit_group', 'futex', 'uretprobe', 'socket', 'bind', 'recv',
  'send', 'accept4', 'recvmmsg', 'socketcall', 'ipc', 'shmat', 'semop', 'semtimedop', 'msgget', 'mmap2', '_llseek', 'stat64',
  'clock_gettime64', 'getuid32', 'sync_file_range2', 'arch_prctl', 'cacheflush', 'open_tree_attr', 'file_setattr', 'uprobe',
  'set_mempolicy', 'riscv_hwprobe', 'newfstatat', 'fstatat64', 'nfsservctl', 'raed', '', '~bpf', 'READ', '"read"', 're\\ad',
] // prettier-ignore
const SETS = [
  '@default', '@known', '@system-service', '@file-system', '@network-io', '@ipc', '@clock', '@mount', '@privileged',
  '@raw-io', '@obsolete', '@basic-io', '@sandbox', '@pkey', '@none', '@',
] // prettier-ignore
const ERRNOS = [':EPERM', ':EACCES', ':ENOSYS', ':38', ':0', ':010', ':0x1', ':0b11', ':kill', ':KILL', ':EFOO', ':', ':4095', ':4096', ':-1', ':1:2', ':+0o7', ':0o+7', ':0b0b1', ':\\ 1', ':\\ 0o7'] // prettier-ignore
const ARCHS = ['native', 'x86-64', 'x86', 'x32', 'arm64', 'x86_64', '"x86"', "'x32' native", '"x86', 'x\\86']
const NUMBERS = ['EPERM', 'ENOSYS', 'EAGAIN', 'kill', '0', '38', '1', '', '0x26', '046', 'EPERM ENOSYS', '99999', 'eperm', '"EPERM"', '+0o7', '0b 1'] // prettier-ignore

const often = <T>(one: fc.Arbitrary<T>, weight: number, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: one, weight }, { arbitrary: other, weight: 1 })

const word = fc
  .tuple(
    fc.oneof(fc.constantFrom(...CALLS), fc.constantFrom(...SETS)),
    often(fc.constant(''), 5, fc.constantFrom(...ERRNOS)),
  )
  .map(([name, errno]) => name + errno)
const words = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .chain((list) =>
    fc
      .constantFrom(' ', ' ', '  ', '\t', ' \\\n', ' \\\n# between\n ', '\\\n')
      .map((blank) => list.join(blank)),
  )
const list = often(
  fc.tuple(fc.constantFrom('', '~', '~ '), words).map((parts) => parts.join('')),
  12,
  fc.constantFrom('', '~', ' '),
)

const KEYS = fc.constantFrom('SystemCallFilter', 'SystemCallFilter', 'SystemCallFilter', 'SystemCallLog')
const LOST = ['SystemCallFilters', 'systemcallfilter', 'SystemCallFiIter', 'X-SystemCallFilter', 'Environment', 'ReadOnlyPaths', ''] // prettier-ignore

const setting: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(KEYS, fc.constantFrom('=', '=', ' = ', '=\t'), list).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.constantFrom(...NUMBERS).map((number) => `SystemCallErrorNumber=${number}`) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...ARCHS), { maxLength: 3 }).map((names) => `SystemCallArchitectures=${names.join(' ')}`) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...LOST), list).map((parts) => parts.join('=')) },
) // prettier-ignore

const OTHERS = [
  '[Unit]', '[Service]', '[Service]', '[Install]', '[Socket]', '[X-Own]', '# a comment', '; one more', '  # indented', '#\\', '',
  '   ', 'no equals', 'SystemCallFilter ~mount', 'Environment=PREFIX=C:\\\\', 'Environment=PREFIX=C:\\', 'Environment=A=\\\\\\',
  '\ufeff# marked', '\ufeffSystemCallFilter=~bpf', 'SystemCallFilter=~mount\\ ', 'SystemCallFilter=~mo\\unt bpf', 'Environment=A=\ufdd0', '# \ufffe', '[Service', '[Ser\\\nvice]',
] // prettier-ignore

const line = often(setting, 3, fc.constantFrom(...OTHERS))
const end = often(
  fc.constant('\n'),
  12,
  fc.constantFrom('\r\n', '\r', '\n\r', '\0', '\\\n', '\\\\\n', '\\\\\\\n', ' \n', '\t\r\n'),
)

/** A unit as text. */
export const randomUnit: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      '[Service]\n',
      '[Service]\n',
      '[Service]\n',
      '\ufeff[Service]\n',
      '[Unit]\nDescription=x\n[Service]\n',
      'SystemCallFilter=~read\n[Service]\n',
    ),
    fc.array(
      fc.tuple(line, end).map((parts) => parts.join('')),
      { minLength: 1, maxLength: 8 },
    ),
  )
  .map(([head, lines]) => head + lines.join(''))
