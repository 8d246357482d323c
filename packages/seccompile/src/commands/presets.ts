import { PRESETS } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { asking } from '../ask/asking.ts'
import { optionalArgument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** `seccompile presets`. */
export const command: Command = defineCommand({
  name: 'presets',
  summary: 'list the presets, or say all about one',
  description: 'list the presets, or explain one: what it is against, what it leaves open, and its rules',
  args: { name: optionalArgument('a preset, or several that hold together: NAME+NAME', PRESETS) },
  options: { json: JSON_OUT },
  examples: [
    { does: 'all presets', line: 'seccompile presets' },
    { does: 'what two are together', line: 'seccompile presets no-network+no-tracing' },
  ],
  run: asking(async ({ name }) =>
    name === undefined
      ? (await import('../bodies/presets.ts')).presets()
      : (await import('../bodies/preset.ts')).preset(name),
  ),
})
