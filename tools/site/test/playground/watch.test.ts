import { describe, expect, it } from 'vitest'
import { AnswerWatch } from '../../src/playground/page/watch.ts'

/** A watch whose limits end by hand, in the order in which they began. */
function watched(): { readonly watch: AnswerWatch; readonly wait: () => void; readonly late: () => number } {
  let late = 0
  const running = new Set<{ readonly isOver: () => void }>()
  const watch = new AnswerWatch(
    (isOver) => {
      const one = { isOver }
      running.add(one)
      return () => running.delete(one)
    },
    () => {
      late += 1
    },
  )
  return {
    watch,
    wait: () => {
      for (const { isOver } of [...running]) isOver()
    },
    late: () => late,
  }
}

describe('Watch', () => {
  it('says when an answer is late, and nothing of one that came', () => {
    const { watch, wait, late } = watched()
    watch.asked('filter', 1)
    watch.answered('filter', 1)
    wait()
    expect(late()).toBe(0)
    watch.asked('filter', 2)
    wait()
    expect(late()).toBe(1)
  })

  it('goes on watching a filter when a call is answered between its parts', () => {
    const { watch, wait, late } = watched()
    watch.asked('filter', 1)
    watch.asked('call', 2)
    watch.answered('call', 2)
    wait()
    expect(late()).toBe(1)
  })

  it('does not await what a newer question makes needless', () => {
    const { watch, wait, late } = watched()
    watch.asked('filter', 1)
    watch.asked('view', 2)
    watch.asked('filter', 3)
    watch.answered('filter', 3)
    wait()
    expect(late()).toBe(0)
  })

  it('takes the answer to an older question for none', () => {
    const { watch, wait, late } = watched()
    watch.asked('call', 1)
    watch.asked('call', 2)
    watch.answered('call', 1)
    wait()
    expect(late()).toBe(1)
  })

  it('awaits nothing after its end', () => {
    const { watch, wait, late } = watched()
    watch.asked('filter', 1)
    watch.end()
    wait()
    expect(late()).toBe(0)
  })
})
