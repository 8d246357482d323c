/*
 * Typical mistakes in a first policy, each on a line of its own.
 *
 * The first twelve are those that a policy by names invites. The others are mistakes of people who know JavaScript
 * and not the builder.
 */

/** A mistake, and the line of TypeScript that makes it. `open` is a policy without rules. */
export interface TypeMistake {
  readonly title: string
  readonly source: string
  /** The number of TypeScript's own errors, where there is more than one. */
  readonly errors?: number
}

export const MISTAKES: readonly TypeMistake[] = [
  { title: 'a misspelt call', source: `open.deny('sokcet', ({ family }) => family.notIn(AF_UNIX))` },
  { title: 'a misspelt call among several', source: `open.deny('read', 'opne', 'socket')` },
  { title: 'a misspelt argument', source: `open.deny('socket', ({ famliy }) => famliy.notIn(AF_UNIX))` },
  {
    title: 'an argument that only one of several calls has',
    source: `open.deny('open', 'openat', ({ dfd }) => dfd.eq(1))`,
  },
  { title: 'a misspelt constant', source: `open.deny('socket', ({ family }) => family.notIn(AF_UNXI))` },
  {
    title: 'a constant of another family',
    source: `open.deny('socket', ({ family }) => family.notIn(SOCK_STREAM))`,
  },
  {
    // TypeScript itself reports both operands; bits(…) and the error at run time are ours.
    title: 'constants joined by |',
    source: `open.deny('clone', ({ clone_flags }) => clone_flags.hasAny(CLONE_NEWUSER | CLONE_NEWNET))`,
    errors: 2,
  },
  { title: 'a condition negated by !', source: `open.deny('socket', ({ family }) => !family.eq(AF_UNIX))` },
  { title: 'a text for a constant', source: `open.deny('socket', ({ family }) => family.eq('AF_UNIX'))` },
  {
    title: 'a comparison that does not exist',
    source: `open.deny('socket', ({ family }) => family.isIn(AF_UNIX))`,
  },
  { title: 'no default', source: `policy({ abis: ['x86_64'] })` },
  { title: 'a misspelt ABI', source: `policy({ abis: ['x68_64'], default: 'allow' })` },
  { title: 'a misspelt errno', source: `open.deny('socket', errno('ENOSIS'))` },
  { title: 'an errno without errno()', source: `open.deny('socket', 'EPERM')` },
  { title: 'a list of names', source: `open.deny(['read', 'write'])` },
  { title: 'names in a list of texts', source: `open.deny(...['read', 'write'].map((name) => name))` },
  { title: 'a list of values', source: `open.deny('socket', ({ family }) => family.in([AF_UNIX]))` },
  { title: 'an action for allow', source: `open.allow('read', errno('EPERM'))` },
  {
    title: 'a condition that is not returned',
    source: `open.deny('socket', ({ family }) => { family.eq(AF_UNIX) })`,
  },
  {
    title: 'a condition that is a promise',
    source: `open.deny('socket', async ({ family }) => family.eq(AF_UNIX))`,
  },
  { title: 'a misspelt default', source: `policy({ default: 'alow' })` },
]

/** Lines without a mistake: the near misses of those above. */
export const CORRECT: readonly string[] = [
  `open.deny('socket', ({ family }) => family.notIn(AF_UNIX))`,
  `open.deny('read', 'open', 'socket')`,
  `open.deny('open', 'openat', ({ flags }) => flags.eq(1))`,
  `open.deny('socket', ({ type }) => type.masked(SOCK_TYPE_MASK).eq(SOCK_STREAM))`,
  `open.deny('clone', ({ clone_flags }) => clone_flags.hasAny(bits(CLONE_NEWUSER, CLONE_NEWNET)))`,
  `open.deny('socket', ({ family }) => not(family.eq(AF_UNIX)))`,
  `open.deny('socket', errno('ENOSYS'))`,
  `open.deny('socket', ({ family }) => all(family.eq(AF_UNIX)), arg(2).eq(1), errno(1))`,
  `open.deny(...variants('open'), ({}) => arg(2).eq(1))`,
  `open.rule(errno('EPERM'), ...(['read', 'write'] as SyscallName[]))`,
  `open.deny('uselib')`,
]

/** The module of `lines`. */
export function moduleOf(lines: readonly string[]): string {
  return [
    `import { AF_UNIX, all, arg, bits, CLONE_NEWNET, CLONE_NEWUSER, errno, not, policy, SOCK_STREAM, SOCK_TYPE_MASK, variants } from 'seccompile'`,
    `import type { SyscallName } from 'seccompile'`,
    `const open = policy({ default: 'allow' })`,
    `void [AF_UNIX, all, arg, bits, CLONE_NEWNET, CLONE_NEWUSER, errno, not, SOCK_STREAM, SOCK_TYPE_MASK, variants]`,
    `export type Name = SyscallName`,
    ...lines,
    '',
  ].join('\n')
}

/** The lines of a module before those of {@link moduleOf}'s caller. */
export const LINES_BEFORE = 5
