/** A signal that ends long work: an `AbortSignal`, declared here so that our types do not need those of Node. */
export interface StopSignal {
  readonly aborted: boolean
  readonly throwIfAborted: () => void
  readonly addEventListener: (type: 'abort', listener: () => void) => void
  readonly removeEventListener: (type: 'abort', listener: () => void) => void
}
