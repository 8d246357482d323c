/*
 * Checks of two policies in TypeScript at once: the text, and the text to compare with. TypeScript answers the newest question
 * of a kind, so two texts must not overtake each other.
 */
import assert from 'node:assert/strict'
import type { PageCheck } from './playground-checks.ts'

const policyOf = (call: string): string => `import { policy } from 'seccompile'

export default policy({ abis: ['x86_64'], default: 'deny' }).allow('read', '${call}', 'exit_group')
`
const POLICY = policyOf('write')
const OTHER = policyOf('close')

/**
 * In the page: writes into the text, and again `delay` milliseconds after the page has asked for the types of `other`. Yields
 * the number of questions about types until two seconds later.
 */
async function typeDuringCheck({
  other,
  delay,
}: {
  readonly other: string
  readonly delay: number
}): Promise<number> {
  const plain = Reflect.get(Worker.prototype, 'postMessage') as (...message: readonly unknown[]) => void
  const write = (): void => {
    document.querySelector<HTMLElement>('.cm-content')?.focus()
    const run = Reflect.get(document, 'execCommand') as (...command: readonly unknown[]) => void
    Reflect.apply(run, document, ['insertText', false, ' ']) // deprecated, and the one way to type within the page
  }
  let count = 0
  let isAwaited = true
  await new Promise<void>((resolve) => {
    Worker.prototype.postMessage = function (message: unknown, ...more: never[]) {
      const { kind, text } = message as { readonly kind?: string; readonly text?: string } // a message of this page
      if (kind === 'check') count += 1
      if (kind === 'check' && text === other && isAwaited) {
        isAwaited = false
        setTimeout(write, delay)
        setTimeout(resolve, 2000)
      }
      Reflect.apply(plain, this, [message, ...more])
    }
    write()
  })
  Worker.prototype.postMessage = plain
  return count
}

/** The checks. */
export const COMPARISON_CHECKS: readonly PageCheck[] = [
  {
    title: 'policy: a key while the types of the text to compare with are awaited has its answer',
    run: async (at) => {
      await at.type(POLICY)
      await at.open('difference')
      await at.page.fill('#pg-other', OTHER)
      await at.waitFor('#pg-panel-difference', /x86_64: \d+ calls? .*\(A → B\)/)
      // The keys come at several moments of the check: not each of them made the two texts overtake each other.
      for (const delay of [0, 20, 40, 60]) {
        const count = await at.page.evaluate(typeDuringCheck, { other: OTHER, delay })
        assert.ok(count < 10, `${count} questions about types for two keys`)
        await at.settled()
      }
      await at.waitFor('#pg-panel-difference', /x86_64: \d+ calls? .*\(A → B\)/)
    },
  },
]
