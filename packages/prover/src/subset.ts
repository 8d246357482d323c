import { WORD_COUNT } from '@seccompile/abi'
import type { SeccompData, Verdict } from '@seccompile/abi'
import { combine, differingWords } from '@seccompile/diagram'
import { decided, question } from './question.ts'
import type { ProveOptions, UndecidedAnswer } from './question.ts'
import { isWeaker } from './strength.ts'
import { meaningOf, subject } from './subject.ts'
import type { Subject } from './subject.ts'
import { dataInOrder } from './word-order.ts'

/** The answer to whether one IR is at least as strict as another for every input. */
export type Inclusion =
  | { readonly kind: 'subset' }
  | {
      readonly kind: 'weaker'
      /**
       * The easiest call to read to which `left` gives a weaker verdict, as in `Different`. Confirmed by running
       * both.
       */
      readonly data: SeccompData
      readonly left: Verdict
      readonly right: Verdict
    }
  | UndecidedAnswer

/**
 * Whether `one` gives no call a weaker verdict than `other` does; in the answer, `one` is `left` and `other` is
 * `right`. The kernel's precedence of actions decides: KILL_PROCESS is the strongest and ALLOW the weakest. An action
 * that the kernel does not know is as strong as KILL_PROCESS, because it kills. Verdicts with one action and
 * different data are equally strong: a call with an unexpected errno is refused too.
 *
 * @throws IrError, TypeError, RangeError as `equal` does
 * @throws Error where running both does not confirm a witness; our fault
 */
export function subset(one: Subject, other: Subject, options: ProveOptions = {}): Inclusion {
  const [left, right] = [subject(one), subject(other)]
  return decided<Inclusion>(() => {
    const { store, endianness, diagramOf, confine } = question(options)
    const weaker = combine(store, diagramOf(left), diagramOf(right), (a, b) => (isWeaker(a, b) ? 1 : 0))
    const words = differingWords(store, confine(weaker, store.never), store.never, WORD_COUNT)
    if (words === undefined) return { kind: 'subset' }
    const data = dataInOrder(words)
    const verdicts = { left: meaningOf(left, data, endianness), right: meaningOf(right, data, endianness) }
    if (!isWeaker(verdicts.left, verdicts.right))
      throw new Error('a weaker verdict was found that running both does not confirm')
    return { kind: 'weaker', data, ...verdicts }
  })
}
