/*
 * The text of a policy of hundreds of calls with conditions: the case with most work for the type checker.
 *
 * Each call that takes arguments gets a rule of its own, whose callback compares one argument, and every tenth rule
 * is for several calls. A line that a person writes has at most that much in it.
 */
import { signedAbiTable } from '@seccompile/signatures'
import { calls } from '@seccompile/syscalls'

/** The source of a policy with rules for `count` calls of x86_64. */
export function largePolicy(count: number): string {
  const { signatures, ...table } = signedAbiTable('x86_64')
  const rules = calls({ ...table, signatures })
    .slice(0, count)
    .map(({ name }, i) => {
      const { args = [] } = signatures.get(name) ?? {}
      const first = args.find(({ pointer }) => !pointer)?.name
      if (first === undefined) return `.allow('${name}')`
      const last = args.findLast(({ pointer }) => !pointer)!.name
      if (i % 10 === 0) return `.allow('${name}', 'read', ({}) => arg(0).eq(${i}))`
      if (first === last) return `.allow('${name}', ({ ${first} }) => ${first}.in(${i}, ${i + 1}))`
      return `.deny('${name}', ({ ${first}, ${last} }) => all(${first}.eq(${i}), ${last}.masked(0xff).ne(3)), errno('EPERM'))`
    })
  return [
    `import { all, arg, errno, policy } from 'seccompile'`,
    `export default policy({ abis: ['x86_64'], default: 'deny', unknown: errno('ENOSYS') })`,
    ...rules.map((rule) => `  ${rule}`),
    '',
  ].join('\n')
}
