/* A misspelt preset does not compile. tsc checks this file; nothing runs it. */
import { presetPolicy } from '@seccompile/presets'
import type { PresetName } from '@seccompile/presets'

presetPolicy('no-network')
presetPolicy('no-network+no-tty-injection+no-tracing')
/** A text that is known only at run time is checked at run time. */
export const ofText = (names: string): unknown => presetPolicy(names)
export const ofName = (name: PresetName): unknown => presetPolicy(name)
export const ofTwo = (name: PresetName): unknown => presetPolicy(`no-network+${name}`)

// @ts-expect-error no preset is named "no-netwrk"
presetPolicy('no-netwrk')
// @ts-expect-error no preset is named "no-tracin"
presetPolicy('no-network+no-tracin')
// @ts-expect-error no preset is named ""
presetPolicy('no-network+')
