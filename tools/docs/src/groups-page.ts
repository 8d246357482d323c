/* The page of groups: the purpose of each group, and its calls. */
import type { Group } from '@seccompile/groups'
import { sentence } from './markdown-text.ts'

const HEAD = `<!-- Written by "npm run gen docs" from the groups of @seccompile/groups. -->

# Groups of calls

A group is a list of calls that serve one purpose, with the old and the new forms of a call, those of every C library and
those of every ABI. A call may be in several groups. A policy takes the lists as they are; calls that an ABI lacks do no harm:

\`\`\`ts
import { groups, policy } from 'seccompile'

export default policy({ default: 'deny' }).allow(...groups.base, ...groups.filesToRead)
\`\`\`

\`seccompile lookup groups NAME\` shows the calls of a group, with \`--abi\` those of one ABI with their numbers.
\`seccompile lookup groups --systemd\` shows the sets of the systemd of the machine, which \`SystemCallFilter=\` takes.
`

/** The page in Markdown, not yet laid out. */
export function groupsPage(groups: readonly Group[]): string {
  const sections = groups.map(
    ({ name, summary, calls }) =>
      `## \`${name}\`\n\n${sentence(summary)}\n\n${calls.map((call) => `\`${call}\``).join(', ')}\n`,
  )
  return [HEAD, ...sections].join('\n')
}
