import { expectList, expectObject } from '@seccompile/shape'
import type { AbiFacts, AbiTable, Syscall } from './abi.ts'
import type { AbiToken } from './tokens.ts'

/** The calls of an ABI by name and by number. */
type CallMaps = Pick<AbiTable, 'numbers' | 'names'>

/** The calls in a generated text. A Map has no inherited entries, so `__proto__` and `constructor` are unknown names. */
function callsOf(base: number, text: string): CallMaps {
  const numbers = new Map<string, number>()
  const names = new Map<number, string>()
  for (const line of text.trim().split('\n')) {
    const space = line.indexOf(' ')
    const name = line.slice(0, space)
    const nr = base + Number(line.slice(space + 1))
    numbers.set(name, nr)
    names.set(nr, name)
  }
  return { numbers, names }
}

/**
 * The table of an ABI from its facts and its calls.
 *
 * The generated text becomes Maps when the first call is looked up, because a program that loads the tables of all
 * ABIs uses few of them.
 *
 * @param text one call on each line: its name, and its number without the ABI's base
 * @param newest the highest number so far, after which new calls are numbered, without the base
 * @param old the numbers of older kernels, in a text like the first
 */
export function buildTable<Token extends AbiToken>(
  facts: AbiFacts<Token>,
  text: string,
  newest: number,
  old?: string,
): AbiTable<Token> {
  let known: CallMaps | undefined
  let knownOld: CallMaps['numbers'] | undefined
  const made = (): CallMaps => (known ??= callsOf(facts.base, text))
  return {
    ...facts,
    get numbers() {
      return made().numbers
    },
    get names() {
      return made().names
    },
    get oldNumbers() {
      return (knownOld ??= old === undefined ? undefined : callsOf(facts.base, old).numbers)
    },
    newest: facts.base + newest,
  }
}

/**
 * The table of an ABI that has the calls and numbers of another ABI, but other facts, such as the byte order.
 */
export function withFacts<Token extends AbiToken>(facts: AbiFacts<Token>, table: AbiTable): AbiTable<Token> {
  return {
    ...facts,
    get numbers() {
      return table.numbers
    },
    get names() {
      return table.names
    },
    newest: table.newest,
  }
}

/**
 * The number of a call as the filter sees it, a u32 that includes the ABI's base; undefined where the ABI lacks
 * the call.
 */
export function numberOf(table: AbiTable, name: string): number | undefined {
  expectObject(table, 'table', 'numbers')
  return table.numbers.get(name)
}

/**
 * The name of a number, undefined where no call has it.
 *
 * @param nr `seccomp_data.nr` as a u32; the kernel's `int` is negative from 0x80000000 on, so use `nr >>> 0`
 */
export function nameOf(table: AbiTable, nr: number): string | undefined {
  expectObject(table, 'table', 'names')
  return table.names.get(nr)
}

/** Every call of an ABI, sorted by number. */
export function calls(table: AbiTable): readonly Syscall[] {
  expectObject(table, 'table', 'numbers')
  const list: Syscall[] = []
  // Array.from would take longer: it takes each entry apart.
  table.numbers.forEach((nr, name) => list.push({ name, nr }))
  return list.sort((a, b) => a.nr - b.nr)
}

/** The name of call `nr` (u32) on the first of `abis` that has the `arch` and the call. */
export function callName(abis: readonly AbiTable[], arch: number, nr: number): string | undefined {
  expectList(abis, 'abis')
  for (const abi of abis) {
    const name = abi.auditArch === arch ? nameOf(abi, nr) : undefined
    if (name !== undefined) return name
  }
  return undefined
}
