/*
 * Turns a program into a diagram.
 *
 * One walk over the program finds its states (program-states.ts), and one walk back builds their diagrams: the diagram
 * of a return is its value, and the diagram of a jump chooses between those of its two ways.
 *
 * The diagram of a state need only be right for the calls that reach the state. Their `arch` and number lie in known
 * ranges, and all values of a range share their upper bits. So a state takes over the diagram of the next state without
 * these bits. Where a list tests the arguments of one number and goes on to the next rule, the state of those tests
 * takes over what the rest of the list means for that number, and not the whole rest once more for each rule. A test
 * asks only the bits in which values of the range of A differ (word-range.ts).
 *
 * A filter of four thousand instructions costs four thousand choices. The number of nodes can still grow, so it is
 * bounded.
 */
import type { Endianness, Program } from '@seccompile/abi'
import { WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { Node, Store } from '@seccompile/diagram'
import { assertNever } from '@seccompile/shape'
import { atInsn, programWays } from './program-states.ts'
import type { CallRanges, ProgramState } from './program-states.ts'
import { placeOf } from './word-order.ts'
import { choose, withinRange } from './word-range.ts'

const ARCH = placeOf(WORD_ARCH)
const NR = placeOf(WORD_NR)

/**
 * The diagram of the meaning of `program` for `calls`. For other calls the diagram may have any leaf. The
 * kernel must accept the program (`verify` of cbpf); this is not checked here.
 *
 * @throws UndecidedError, with the place, where there are too many states or a diagram exceeds its bounds
 */
export function fromProgram(
  store: Store,
  program: Program,
  endianness: Endianness,
  calls?: CallRanges,
): Node {
  const { first, at } = programWays(store, program, endianness, calls)
  let pc = program.length - 1
  return atInsn(
    program,
    () => pc,
    () => {
      for (; pc >= 0; pc -= 1) for (const state of at(pc)) state.diagram = diagramOf(store, state)
      return first.diagram!
    },
  )
}

/** The diagram of a state. The states that it leads to must have their diagrams. */
function diagramOf(store: Store, state: ProgramState): Node {
  const way = state.way!
  const after = ({ diagram, call }: ProgramState): Node =>
    call === state.call
      ? diagram! // it does not ask the bits that are known
      : withinRange(store, NR, state.call.nr, withinRange(store, ARCH, state.call.arch, diagram!))
  switch (way.kind) {
    case 'return':
      return way.diagram
    case 'next':
      return after(way.to)
    case 'choice':
      return store.ite(way.condition, after(way.then), after(way.else))
    case 'test':
      return choose(store, way.test, after(way.then), after(way.else))
    case 'return-or-next':
      return store.ite(way.condition, way.leaf, after(way.to))
    default:
      return assertNever(way)
  }
}
