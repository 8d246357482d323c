import { JSON_OUT, RAW } from '../options/forms.ts'
import { someArguments } from '../syntax/argument.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES } from '../syntax/completion.ts'
import { flag } from '../syntax/option.ts'

/** `seccompile check-manifest`. */
export const command: Command = defineCommand({
  name: 'check-manifest',
  summary: 'prove that a filter still means what its policy means',
  description:
    'prove that filters still mean what their policies mean; if not, list the calls that differ (exit 1)',
  args: { manifest: someArguments('a file that "compile --manifest" has written beside a filter', FILES) },
  options: {
    allowModules: flag(
      'run a policy that is a module: only for manifests and modules that you trust (default: refuse it)',
    ),
    json: JSON_OUT,
    raw: RAW,
  },
  examples: [
    {
      does: 'a filter that "compile profile.json --manifest -o filter.bpf" has made',
      line: 'seccompile check-manifest filter.bpf.json',
    },
  ],
  run: asking(async (check) => (await import('../bodies/check-manifest.ts')).checkManifest(check)),
})
