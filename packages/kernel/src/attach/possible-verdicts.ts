/*
 * The verdicts that a filter may give to a call of which only the number and the ABI are known.
 *
 * A classic program only jumps forward, so one walk from its first instruction to its last meets every
 * instruction after all those that lead to it. A register holds either one known value or an unknown one. Where
 * two ways meet, a value stays known if both bring the same. A comparison with an unknown value goes both ways.
 * The result may hold verdicts that no arguments lead to, and it never lacks one that some arguments lead to.
 * That is enough to know that a call is refused whatever its arguments, and it takes no time beside the start
 * of a process. @seccompile/prover answers exactly, and takes longer.
 *
 * This walk has a step of its own. `seccompile run` loads this file before the command starts, and the step of
 * @seccompile/cbpf would bring three more modules with it.
 */

/** A value; `undefined` where it is not known. */
type Value = number | undefined

/** The known values before an instruction. */
interface State {
  readonly a: Value
  readonly x: Value
  readonly memory: readonly Value[]
}

const UNKNOWN_MEMORY: readonly Value[] = Array.from({ length: 16 }, () => undefined)

function join(before: State | undefined, next: State): State {
  if (before === undefined || before === next) return next
  const same = (p: Value, q: Value): Value => (p === q ? p : undefined)
  return {
    a: same(before.a, next.a),
    x: same(before.x, next.x),
    memory:
      before.memory === next.memory
        ? next.memory
        : next.memory.map((value, index) => same(before.memory[index], value)),
  }
}

/** The result of an operation of BPF_ALU, by its bits. @see net/core/filter.c and include/linux/filter.h */
function calculate(operation: number, a: number, b: number): number {
  switch (operation) {
    case 0x00:
      return (a + b) >>> 0
    case 0x10:
      return (a - b) >>> 0
    case 0x20:
      return Math.imul(a, b) >>> 0
    case 0x30:
      return Math.floor(a / b)
    case 0x40:
      return (a | b) >>> 0
    case 0x50:
      return (a & b) >>> 0
    case 0x60:
      return (a << (b & 31)) >>> 0
    case 0x70:
      return a >>> (b & 31)
    case 0x80:
      return -a >>> 0
    default:
      return (a ^ b) >>> 0
  }
}

function holds(operation: number, a: number, b: number): boolean {
  switch (operation) {
    case 0x10:
      return a === b
    case 0x20:
      return a > b
    case 0x30:
      return a >= b
    default:
      return (a & b) !== 0
  }
}

/**
 * Every verdict that `filter` may have for the call `nr` of the ABI `arch`, whatever its arguments. A verdict is
 * `undefined` where it comes from a register whose value is not known. For a program that the kernel refuses,
 * the result has no meaning.
 *
 * @param filter - `sock_filter`s of 8 bytes
 * @param littleEndian - their byte order
 */
export function possibleVerdicts(
  filter: Uint8Array,
  { nr, arch }: { readonly nr: number; readonly arch: number },
  littleEndian: boolean,
): ReadonlySet<number | undefined> {
  const view = new DataView(filter.buffer, filter.byteOffset, filter.byteLength)
  const count = Math.floor(filter.length / 8)
  const states: (State | undefined)[] = new Array<State | undefined>(count)
  states[0] = { a: 0, x: 0, memory: UNKNOWN_MEMORY }
  const found = new Set<number | undefined>()
  const reach = (pc: number, state: State): void => {
    if (pc < count) states[pc] = join(states[pc], state)
  }
  for (let pc = 0; pc < count; pc += 1) {
    const state = states[pc]
    if (state === undefined) continue
    const code = view.getUint16(pc * 8, littleEndian)
    const k = view.getUint32(pc * 8 + 4, littleEndian)
    const { a, x, memory } = state
    const next = (change: Partial<State>): void => reach(pc + 1, { ...state, ...change })
    const load = (): Value => {
      switch (code & 0xe0) {
        case 0x00:
          return k // #k
        case 0x60:
          return memory[k & 15]
        case 0x80:
          return 64 // #len
        default:
          return k === 0 ? nr >>> 0 : k === 4 ? arch >>> 0 : undefined // [k]
      }
    }
    const operand = (code & 8) !== 0 ? x : k
    const operation = code & 0xf0
    switch (code & 7) {
      case 0:
        next({ a: load() })
        break
      case 1:
        next({ x: load() })
        break
      case 2:
      case 3:
        next({ memory: memory.with(k & 15, (code & 7) === 2 ? a : x) })
        break
      case 4:
        // A division by nothing ends the program with 0.
        if (operation === 0x30 && (operand === undefined || operand === 0)) found.add(0)
        if (operation === 0x30 && operand === 0) break
        next({
          a:
            a === undefined || (operand === undefined && operation !== 0x80)
              ? undefined
              : calculate(operation, a, operand ?? 0),
        })
        break
      case 5: {
        if (operation === 0) {
          reach(pc + 1 + k, state)
          break
        }
        const decided = a === undefined || operand === undefined ? undefined : holds(operation, a, operand)
        if (decided !== false) reach(pc + 1 + view.getUint8(pc * 8 + 2), state)
        if (decided !== true) reach(pc + 1 + view.getUint8(pc * 8 + 3), state)
        break
      }
      case 6:
        found.add((code & 0x18) === 0x10 ? a : k)
        break
      default:
        next((code & 0xf8) === 0x80 ? { a: x } : { x: a })
    }
  }
  return found
}

const RET_ALLOW = 0x7fff
const RET_LOG = 0x7ffc

const lets = (verdict: number | undefined): boolean =>
  verdict !== undefined && (verdict >>> 16 === RET_ALLOW || verdict >>> 16 === RET_LOG)

/** Whether `filter` lets no call `nr` of the ABI `arch` through, whatever its arguments. */
export function surelyRefuses(
  filter: Uint8Array,
  call: { readonly nr: number; readonly arch: number },
  littleEndian: boolean,
): boolean {
  const verdicts = [...possibleVerdicts(filter, call, littleEndian)]
  return verdicts.every((verdict) => verdict !== undefined && !lets(verdict))
}

/** Whether `filter` lets every call `nr` of the ABI `arch` through. */
export function surelyAllows(
  filter: Uint8Array,
  call: { readonly nr: number; readonly arch: number },
  littleEndian: boolean,
): boolean {
  return [...possibleVerdicts(filter, call, littleEndian)].every(lets)
}
