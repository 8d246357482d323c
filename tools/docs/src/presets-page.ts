/* The page of presets: the note of each, and its rules. */
import { printPolicy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { printKeptCall } from '@seccompile/presets'
import type { Preset } from '@seccompile/presets'
import { escaped, sentence } from './markdown-text.ts'

const HEAD = `<!-- Written by "npm run gen docs" from the presets of @seccompile/presets. -->

# Presets

A preset is a policy with a name, and a note of what it is against and what it leaves open. \`seccompile lookup presets\` lists them,
and \`seccompile lookup NAME\` shows one. Every command that takes a policy takes \`preset:NAME\`:

\`\`\`console
$ seccompile run preset:no-network -- echo hello
hello
$ seccompile compile preset:no-network -o filter.bpf
filter.bpf: … instructions, …
\`\`\`

The library has them in \`presets\`, by their names in camel case, and with their notes in \`PRESETS\`.
[\`@seccompile/filters\`](../packages/filters/README.md) has their filters as bytes, without a compiler.

## Several presets together

\`preset:a+b\` is one policy of both: each call gets the stricter verdict, and of two errnos that of the first preset. In the
library, \`presetPolicy('a+b')\` makes it. \`presets.a.intersect(presets.b)\` is the same without the check below. The first preset
names the ABIs of the policy beside the main one; \`--abi\` names others.

[Sandboxing an agent's command](agent-sandbox.md) starts programs under such a composition, which has a name of its own:
\`agent-command\`.

Which published attacks on the kernel a preset stops is in [known attacks](attacks.md#what-our-presets-stop).

Some presets exclude each other: one refuses a call that the other is for. Such a composition is an error, and the message
has both rules. \`seccompile lookup a+b\` names each preset that changes no verdict beside the others.

## What no filter can do

A filter sees the numbers of a call, and no memory: no path, no address of a network, no flags in a struct. It cannot tell one
open file from another. It decides the calls that come after it is attached, and closes no descriptor that is open. Where the
note of a preset says that a way stays open, shut it by other means: namespaces, Landlock, closed descriptors, fewer
capabilities.
`

const item = (text: string): string => `- ${escaped(text)}\n`

/** The text of a preset with its addresses as links. */
const source = (text: string): string => (/^https:\/\/\S+$/.test(text) ? `- <${text}>\n` : item(text))

/** Most columns of a line in a block of rules. */
const COLUMNS = 100

/** The rules as text, in lines that fit a block without scrolling. */
function rulesText(policy: Policy): string {
  const wrap = new RegExp(`.{1,${COLUMNS - 2}}(?: |$)`, 'g')
  return printPolicy(policy)
    .split('\n')
    .map((line) => (line.match(wrap) ?? []).map((part) => part.trimEnd()).join('\n  '))
    .join('\n')
}

function presetSection({ name, summary, policy, note, keeps }: Preset): string {
  const kept = keeps.map(printKeptCall).map((call) => `\`${call}\``)
  return [
    `## \`${name}\`\n\n${sentence(summary)}\n`,
    `**Against.** ${escaped(note.against)}\n`,
    `**Leaves open**\n\n${note.leavesOpen.map(item).join('')}`,
    ...(note.breaks.length === 0 ? [] : [`**Breaks**\n\n${note.breaks.map(item).join('')}`]),
    `**Needs.** ${escaped(note.needs)}\n`,
    ...(kept.length === 0 ? [] : [`**Is for** programs that call ${kept.join(', ')}.\n`]),
    `**Rules**\n\n\`\`\`\n${rulesText(policy)}\n\`\`\`\n`,
    `**Sources**\n\n${note.sources.map(source).join('')}`,
  ].join('\n')
}

/** The page in Markdown, not yet laid out. */
export function presetsPage(presets: readonly Preset[]): string {
  const rows = presets.map(({ name, summary }) => `| [\`${name}\`](#${name}) | ${escaped(summary)} |\n`)
  const table = `## The presets\n\n| preset | what it does |\n| --- | --- |\n${rows.join('')}`
  return [HEAD, table, ...presets.map(presetSection)].join('\n')
}
