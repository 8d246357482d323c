/* The options that watch passes. */
import { FOLDERS, FREE, oneOf } from '../syntax/completion.ts'
import { asTyped, flag, onPage, valued } from '../syntax/option.ts'
import type { OptionsOf } from '../syntax/option.ts'
import { wholeNumber } from './numbers.ts'
import { PASS_NAMES } from './passes.ts'
import { folderPath } from './texts.ts'

/** The options that watch passes. */
export interface WatchPassesOptions {
  readonly printAfter?: string | undefined
  readonly dumpDir?: string | undefined
  readonly timePasses?: boolean
  readonly bisectLimit?: number | undefined
}

/** The options of {@link WatchPassesOptions}, in the order of the help. */
export const WATCH: OptionsOf<WatchPassesOptions> = onPage('own-passes', {
  printAfter: valued({
    placeholder: 'pass',
    brief: 'show the IR after one pass, after each pass that "changed" it, or after "all" passes',
    parse: asTyped,
    complete: oneOf(async () => ['changed', 'all', ...(await PASS_NAMES())]),
  }),
  dumpDir: valued({
    placeholder: 'folder',
    brief: 'write the IR to numbered files in a folder instead',
    otherwise: 'after each pass that changed it',
    parse: folderPath,
    complete: FOLDERS,
  }),
  timePasses: flag('say how long each pass took'),
  bisectLimit: valued({
    placeholder: 'n',
    brief: 'run only the first n of the passes that may be left out',
    parse: wholeNumber(0),
    complete: FREE,
  }),
})
