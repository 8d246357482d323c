/* Adds the matchers to `expect` of Jest: import this module once, in a test or in a file of `setupFilesAfterEnv`. */
import { expect } from '@jest/globals'
import { seccompMatchers } from './matchers.ts'
import type { SeccompMatchers } from './matchers.ts'

declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Jest declares it so
  interface Matchers<R extends void | Promise<void>> extends SeccompMatchers<R> {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- as above
  interface AsymmetricMatchers extends SeccompMatchers {}
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the global `expect` of @types/jest
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars -- @types/jest declares it so
    interface Matchers<R, T = {}> extends SeccompMatchers<R> {}
  }
}

expect.extend(seccompMatchers)
