/** Ends long work: an `AbortSignal`, spelled out so that our types can be read without those of Node. */
export interface StopSignal {
  readonly aborted: boolean
  readonly throwIfAborted: () => void
  readonly addEventListener: (type: 'abort', listener: () => void) => void
  readonly removeEventListener: (type: 'abort', listener: () => void) => void
}
