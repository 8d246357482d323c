/* Adds the matchers to `expect` of vitest: import this module once, in a test or in a file of `setupFiles`. */
import { expect } from 'vitest'
import { seccompMatchers } from './matchers.ts'
import type { SeccompMatchers } from './matchers.ts'

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-explicit-any -- vitest declares it so
  interface Matchers<T = any> extends SeccompMatchers<T> {}
}

expect.extend(seccompMatchers)
