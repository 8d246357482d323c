/** Values that are pushed by one side and awaited, in their order, by the other. */
export interface Queue<Value> {
  readonly push: (value: Value) => void
  readonly end: () => void
  readonly iterator: () => AsyncIterator<Value>
}

/** A queue. It has one reader. */
export function queue<Value>(): Queue<Value> {
  const values: Value[] = []
  let isEnded = false
  let wake = (): void => {}
  const next = async (): Promise<IteratorResult<Value>> => {
    for (;;) {
      const [value] = values.splice(0, 1)
      if (value !== undefined) return { done: false, value }
      if (isEnded) return { done: true, value: undefined }
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    push: (value) => {
      values.push(value)
      wake()
    },
    end: () => {
      isEnded = true
      wake()
    },
    iterator: () => ({ next }),
  }
}
