/* Adds the matchers to `expect` of Jest: import this module once, in a test or in a file of `setupFilesAfterEnv`. */
import { expect } from '@jest/globals'
import { seccompMatchers } from './matchers.ts'
import type { SeccompMatchers } from './matchers.ts'

declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Jest declares it so
  interface Matchers<R extends void | Promise<void>> extends SeccompMatchers<R> {}
}

expect.extend(seccompMatchers)
