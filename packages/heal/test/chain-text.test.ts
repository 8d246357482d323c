import { chainText, editOf, heal, seenCalls } from '@seccompile/heal'
import { policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import type { RecordingRow } from '@seccompile/recording'
import { describe, expect, it } from 'vitest'
import { rowsOf, X86_64 } from './healed.ts'

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`

/** The module after the edit for `rows`; `undefined` where it is not edited. */
function healed(source: string, given: Policy, rows: readonly RecordingRow[]): string | undefined {
  const form = chainText(source, given)
  if (form === undefined) return undefined
  const found = heal(given, X86_64, seenCalls(rows), form)
  return found.kind === 'healing' ? form.write(editOf(given, found.healed, form)) : undefined
}

const closed = policy({ default: 'deny' }).allow('read')
const IMPORT = "import { policy } from 'seccompile'"

describe('a chain of several lines', () => {
  const source = lines(
    IMPORT,
    '',
    '// .allow(',
    'export default policy({',
    "  default: 'deny', // `policy(`",
    '})',
    "  .allow('read') // the base",
    '',
    'export const other = 1',
  )

  it('gets a call on a line of its own', () => {
    expect(healed(source, closed, rowsOf('getpid'))).toBe(
      source.replace("  .allow('read') // the base", "  .allow('read') // the base\n  .allow('getpid')"),
    )
  })

  it('keeps the comment of each call, and loses that of a call that goes', () => {
    const open = policy({ default: 'deny' }).allow('read').deny('getpid').deny('ptrace')
    const text = lines(
      IMPORT,
      "export default policy({ default: 'deny' })",
      "  .allow('read') // the base",
      "  .deny('getpid') // nobody needs it",
      "  .deny('ptrace') // spies",
    )
    expect(healed(text, open, rowsOf('getpid'))).toBe(
      text.replace("  .deny('getpid') // nobody needs it\n", '').concat("  .allow('getpid')\n"),
    )
  })

  it('gets the names that the call needs imported', () => {
    expect(healed(source, closed, rowsOf('ioctl', [null, 0x5401n]))).toBe(
      source
        .replace('{ policy }', '{ policy, TCGETS }')
        .replace(' // the base', " // the base\n  .allow('ioctl', ({ cmd }) => cmd.eq(TCGETS))"),
    )
  })
})

it('a chain of one line gets a call behind the last', () => {
  const source = `${IMPORT}\nexport default policy({ default: 'deny' }).allow('read');\n`
  expect(healed(source, closed, rowsOf('getpid'))).toBe(source.replace(';', ".allow('getpid');"))
})

it('a policy without rules gets its first', () => {
  const source = `${IMPORT}\nexport default policy({ default: 'deny' })\n`
  expect(healed(source, policy({ default: 'deny' }), rowsOf('getpid'))).toBe(
    source.replace('})\n', "})\n  .allow('getpid')\n"),
  )
})

it('a policy with a name of its own, and types, is found', () => {
  const source = lines(
    "import { policy, type PolicyBuilder } from 'seccompile'",
    'const isOdd = /[(]/.test("(")',
    "const strict: PolicyBuilder = policy({ default: 'deny' })",
    "  .allow('read')",
    'export default strict',
  )
  expect(healed(source, closed, rowsOf('getpid'))).toBe(
    source.replace("  .allow('read')", "  .allow('read')\n  .allow('getpid')"),
  )
})

describe('a call that refuses', () => {
  const denying = policy({ default: 'allow' }).deny('mount', 'socket').kill('bpf').deny('ptrace')
  const source = lines(
    IMPORT,
    "export default policy({ default: 'allow' })",
    '  .deny(\'mount\', "socket")',
    "  .kill('bpf')",
    "  .deny('ptrace')",
  )

  it('loses the name, or goes with its last name', () => {
    expect(healed(source, denying, rowsOf('socket', [1n, 1n, 0n]))).toBe(source.replace(', "socket"', ''))
    expect(healed(source, denying, rowsOf('bpf', [0n]))).toBe(source.replace("  .kill('bpf')\n", ''))
    expect(healed(source, denying, rowsOf('ptrace', [0n]))).toBe(source.replace("  .deny('ptrace')\n", ''))
  })

  it('is not edited where its names are computed, or a method makes any number of rules', () => {
    const computed = source.replace('\'mount\', "socket"', '...names')
    expect(healed(computed, denying, rowsOf('socket', [1n, 1n, 0n]))).toBeUndefined()
    const later = source.trimEnd() + "\n  .on(['x86_64'], (rules) => rules)\n"
    expect(healed(later, denying, rowsOf('bpf', [0n]))).toBeUndefined()
  })
})

it('other default exports are not edited', () => {
  for (const end of [
    'export default make()',
    "export default names.reduce((all, name) => all.allow(name), policy({ default: 'deny' }))",
    "export default isStrict ? policy({ default: 'deny' }) : policy({ default: 'allow' })",
    "export default policy({ default: 'deny' }) ?? other",
    'export const policy = 1',
  ])
    expect(chainText(`${IMPORT}\n${end}\n`, closed)).toBeUndefined()
})

it('a rule that needs an import is not added where the module imports nothing from seccompile by name', () => {
  const source =
    "import * as s from 'seccompile'\nconst policy = s.policy\nexport default policy({ default: 'deny' })\n"
  expect(healed(source, policy({ default: 'deny' }), rowsOf('getpid'))).toContain(".allow('getpid')")
  expect(healed(source, policy({ default: 'deny' }), rowsOf('ioctl', [null, 0x5401n]))).toBeUndefined()
})
