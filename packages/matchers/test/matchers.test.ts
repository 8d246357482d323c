import '@seccompile/matchers/vitest'
import { AF_ALG, AF_INET, AF_UNIX } from '@seccompile/constants/af'
import { compile } from '@seccompile/compiler'
import { errno, policy, trace } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { messageOf } from './message-of.ts'

const onX86 = policy({ abis: ['x86_64', 'x86'], default: 'deny' })
const mine = onX86.allow('read', 'openat').allow('socket', ({ family }) => family.eq(AF_UNIX))
const abis = [signedAbiTable('x86_64'), signedAbiTable('x86')] as const

describe('toAllow, toRefuse', () => {
  it('hold for calls with given arguments', () => {
    expect(mine).toAllow('openat')
    expect(mine).toAllow('socket', { family: AF_UNIX })
    expect(mine).toRefuse('socket', { family: AF_INET })
    expect(mine).toRefuse('socket', ({ family }) => family.notIn(AF_UNIX))
    expect(mine).not.toAllow('mount')
    expect(mine).not.toRefuse('read')
  })

  it('fail with the call that shows it', () => {
    expect(messageOf(() => expect(mine).toAllow('mount'))).toBe(
      'expected the filter to allow mount\n  x86_64 mount(): ERRNO(EPERM)\n  x86 mount(): ERRNO(EPERM)',
    )
    expect(messageOf(() => expect(mine).toRefuse('socket', { family: AF_UNIX }))).toBe(
      'expected the filter to refuse socket where family == AF_UNIX\n' +
        '  x86_64 socket(family=AF_UNIX): ALLOW\n  x86 socket(family=AF_UNIX): ALLOW',
    )
    expect(messageOf(() => expect(mine).not.toAllow('read'))).toMatch(
      /^expected the filter not to allow read\n/,
    )
  })

  it('fail both ways where some of the calls run and some do not: "not" means none of them', () => {
    const statements = [
      () => expect(mine).toAllow('socket'),
      () => expect(mine).not.toAllow('socket'),
      () => expect(mine).toRefuse('socket'),
      () => expect(mine).not.toRefuse('socket'),
    ]
    for (const statement of statements)
      expect(statement).toThrow(/socket\(family=AF_UNIX\): ALLOW|ERRNO\(EPERM\)/)
  })

  it('find the call that runs on one ABI only', () => {
    const some = onX86.on(['x86'], (rules) => rules.allow('ptrace'))
    expect(messageOf(() => expect(some).toRefuse('ptrace'))).toContain('\n  x86 ptrace')
    expect(() => expect(some).toAllow('ptrace')).toThrow('\n  x86_64 ptrace')
  })

  it('do not take a call for refused that socketcall makes', () => {
    const some = onX86.allow('socketcall')
    expect(() => expect(some).toRefuse('socket', { family: AF_ALG })).toThrow(
      '\n  x86 socketcall(call=socket), which makes socket: ALLOW',
    )
    expect(onX86.allow('socketcall', ({ call }) => call.ne(1))).toRefuse('socket')
  })

  it('do not take a call for refused that another ABI of the machine makes', () => {
    const program = [{ code: 0x20, jt: 0, jf: 0, k: 0 }, { code: 0x15, jt: 0, jf: 1, k: 165 }, { code: 6, jt: 0, jf: 0, k: 0x50001 }, { code: 6, jt: 0, jf: 0, k: 0x7fff0000 }] // prettier-ignore
    expect(() => expect(program).toRefuse('mount')).toThrow('\n  x86 mount(): ALLOW')
  })

  it('compare the bits that the kernel reads', () => {
    const exact = policy({ abis: ['x86_64'], default: 'allow' })
      .deny('io_uring_setup')
      .deny('socket', ({ family }) => family.eq(AF_ALG))
    expect(exact).toRefuse('socket', { family: AF_ALG })
  })

  it('fail both ways for a verdict that a listener or a tracer decides', () => {
    const closed = policy({ abis: ['x86_64'], default: 'deny' })
    for (const watched of [closed.notify('mount'), closed.deny('mount', trace(1))])
      for (const statement of [
        () => expect(watched).toRefuse('mount'),
        () => expect(watched).not.toRefuse('mount'),
        () => expect(watched).toAllow('mount'),
        () => expect(watched).not.toAllow('mount'),
      ])
        expect(statement).toThrow(/x86_64 mount\(\): (USER_NOTIF|TRACE)/)
  })

  it('name what does not exist', () => {
    // @ts-expect-error -- no such call
    expect(() => expect(mine).toAllow('opne')).toThrow('no system call is named "opne"; did you mean "open"?')
    // @ts-expect-error -- no such argument
    expect(() => expect(mine).toAllow('socket', { famliy: 1 })).toThrow('famliy')
    expect(() => expect(policy({ abis: ['aarch64'], default: 'deny' })).toAllow('open')).toThrow(
      'aarch64: none has the call open',
    )
    expect(() => expect('profile.json').toAllow('read')).toThrow(
      'expected a policy, its rules, a compilation, a program',
    )
  })
})

describe('toMean, toBeAtLeastAsStrictAs', () => {
  const { program, bytes } = { ...compile(mine, { abis }) }

  it('take policies, compilations, programs and bytes', () => {
    expect(mine).toMean(program)
    expect(program).toMean(mine)
    expect(compile(mine, { abis })).toMean(mine)
    expect(bytes).toMean(program)
    expect(mine.allow('mount')).not.toMean(bytes)
    expect(mine).toBeAtLeastAsStrictAs(mine.allow('mount'))
    expect(mine.allow('mount')).not.toBeAtLeastAsStrictAs(mine)
  })

  it('fail with a call, both verdicts and the number of calls that change', () => {
    const weaker = mine.allow('mount')
    expect(messageOf(() => expect(weaker).toBeAtLeastAsStrictAs(mine))).toBe(
      'expected the filter to be at least as strict as the base\n  x86_64 mount()\n' +
        '    the filter  ALLOW\n    the base    ERRNO(EPERM)\n' +
        '  from the base to the filter: x86_64: 1 call weaker, the same on x86',
    )
    const other = policy({ abis: ['x86_64', 'x86'], default: errno('ENOSYS') })
    expect(messageOf(() => expect(mine).toMean(other))).toContain('ERRNO(ENOSYS)')
  })

  it('refuse filters for machines of two byte orders', () => {
    const big = policy({ abis: ['s390x'], default: 'deny' }).allow('read')
    const made = compile(big, { abis: [signedAbiTable('s390x')] })
    expect(() => expect(made.bytes).toMean(bytes)).toThrow('different byte orders: big and little endian')
    expect(made.bytes).toMean(big)
  })
})

describe('toFitIn, toHaveNoFindings', () => {
  it('counts the instructions of the program', () => {
    const { program } = compile(mine, { abis })
    expect(mine).toFitIn(program.length)
    expect(messageOf(() => expect(program).toFitIn(3))).toBe(
      `expected the filter to fit in 3 instructions; it has ${program.length}`,
    )
    expect(() => expect(mine).toFitIn(0)).toThrow('at least 1')
  })

  it('lists the findings of lint, and accepts named ones', () => {
    const open = policy({ abis: ['x86_64'], default: 'allow' }).deny('clone', ({ clone_flags }) =>
      clone_flags.hasAny(0x10000000),
    )
    const said = messageOf(() => expect(open).toHaveNoFindings({ severity: 'high' }))
    expect(said).toMatch(/^expected the filter to have no findings\n {2}high variant-gap: /)
    expect(open).not.toHaveNoFindings()
  })
})
