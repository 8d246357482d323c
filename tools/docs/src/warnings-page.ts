/* The page of warnings: the record of the warnings, as a table for each severity. */
import type { Severity, WarningFacts } from '@seccompile/policy'

const HEAD = `<!-- Written by "npm run gen docs" from the record WARNINGS of @seccompile/policy. -->

# Warnings

A warning says that a policy, which is valid, probably does not do what its author means. \`compile()\`, \`resolve()\` and
every command that takes a policy give them. A warning has a name, a severity, a text in few words (\`brief\`) and a long one
(\`message\`), the place in the file where one is known, and a call that shows the mistake where one exists. \`seccompile compile --json\`
lists all of them. On a terminal a warning is one line with its name in brackets, and \`seccompile help NAME\` prints what it means.
[The command line](command-line.md#warnings) says which command prints warnings, and how to have all of them, or none. Widths of arguments and types are known from
\`@seccompile/signatures\`; with the plain tables of \`@seccompile/syscalls\` the warnings \`width-gap\` and
\`pointer-compared\` are silent, as is \`constant-of-another-abi\`, which also needs \`families: constantFamilies\` of \`@seccompile/constants/all\` among the
options. The command has both. A warning reads the text of a policy. What a filter of any tool means is what
[lint rules](lint-rules.md) read; their findings and the warnings have one list of names.
`

const SEVERITIES: Readonly<Record<Severity, string>> = {
  high: 'Calls run that the policy seems to refuse, or a rule is lost.',
  medium: 'A rule does not do what it says.',
  low: 'Something has no effect.',
}

/** The page in Markdown, not yet laid out. */
export function warningsPage(warnings: readonly WarningFacts[]): string {
  const sections = (Object.keys(SEVERITIES) as Severity[]).map((severity) => {
    const rows = warnings
      .filter((each) => each.severity === severity)
      .map(({ name, means, remedy }) => `| \`${name}\` | ${means} | ${remedy} |\n`)
    const title = severity.charAt(0).toUpperCase() + severity.slice(1)
    return `## ${title}\n\n${SEVERITIES[severity]}\n\n| warning | what it means | what to do |\n| --- | --- | --- |\n${rows.join('')}`
  })
  return [HEAD, ...sections].join('\n')
}
