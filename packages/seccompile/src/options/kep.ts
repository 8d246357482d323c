/* The options of an intersection for runtimes. */
import type { MergeOptions } from '@seccompile/oci-runtime/kep6061'
import { choice, flag } from '../syntax/option.ts'
import type { OptionsOf } from '../syntax/option.ts'

/** The options of an intersection for runtimes. */
export interface KepOptions {
  readonly kep6061: boolean
  readonly emptyArchitectures?: MergeOptions['emptyArchitectures'] | undefined
}

/** The options of {@link KepOptions}, in the order of the help. */
export const KEP: OptionsOf<KepOptions> = {
  kep6061: flag(
    'merge as KEP-6061 prescribes for runtimes (default of --multiplexers: runc), and list the calls that this denies without need',
  ),
  emptyArchitectures: choice({
    placeholder: 'how',
    brief: 'with --kep6061, the architectures of a profile that names none',
    choices: [{ word: 'defer', means: 'those of the other profiles' }, 'native'],
    otherwise: 'defer',
  }),
}
