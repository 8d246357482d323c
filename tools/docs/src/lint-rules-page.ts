/*
 * The page of lint rules: what each rule finds, what to do, the source of the facts, and the two policies on which
 * the rule is tried. The tests of `@seccompile/lint` run these policies.
 */
import type { LintExample, LintRule } from '@seccompile/lint'
import { formatKernelVersion, printPolicy } from '@seccompile/policy'
import type { Severity } from '@seccompile/policy'

const HEAD = `<!-- Written by "npm run gen docs" from the lint rules of @seccompile/lint. -->

# Lint rules

A lint rule reads the meaning of a filter, be it a policy, a profile or a program of any tool. Each finding has a call that
shows it, which the filter itself has confirmed. [Warnings](warnings.md) of the compiler are findings too: they read the text
of a policy, and where both speak of the same thing, they have one name. How to write a lint rule: [the package](../packages/lint/README.md).
A call has several numbers on some kernels: \`x32-open\` and \`abi-open\` also find a refused call that runs by another one. Before Linux
5.4 these are numbers of x32 without its bit, and of x86_64 with it (\`--kernel\`); on 64-bit mips those of the other ABIs.
What other tools check: [comparison](comparison-of-checks.md). Which published attacks a filter stops: [known attacks](attacks.md).
`

const FENCE = '```'

const ORDER: readonly Severity[] = ['high', 'medium', 'low']

/** A source in Markdown: an address is a link as it stands; a CVE becomes a link. */
function sourceText(source: string): string {
  if (source.startsWith('https://')) return `<${source}>`
  return /^CVE-\d+-\d+$/.test(source)
    ? `[${source}](https://www.cve.org/CVERecord?id=${source})`
    : source.replaceAll('_', String.raw`\_`)
}

/** The policy of an example, and its target machine. */
function exampleText(what: string, { policy, target }: LintExample): string {
  const machine = [
    ...(target?.kernel === undefined ? [] : [`on Linux ${formatKernelVersion(target.kernel)}`]),
    ...(target?.caps === undefined
      ? []
      : [target.caps.length === 0 ? 'without capabilities' : `with ${target.caps.join(', ')}`]),
  ]
  const where = machine.length === 0 ? '' : `, ${machine.join(' and ')}`
  return [`${what}${where}:`, '', FENCE + 'text', printPolicy(policy).trimEnd(), FENCE, ''].join('\n')
}

function section({ name, severity, means, remedy, sources, caught, nearMiss }: LintRule): string {
  return [
    `## ${name}\n`,
    `Severity: ${severity}. ${means} **What to do:** ${remedy}\n`,
    exampleText('Found', caught),
    exampleText('Left alone', nearMiss),
    `Sources: ${sources.map((source) => sourceText(source)).join('; ')}.\n`,
  ].join('\n')
}

/** The page in Markdown, not yet laid out. */
export function lintRulesPage(rules: readonly LintRule[]): string {
  const rows = ORDER.flatMap((severity) => rules.filter((rule) => rule.severity === severity)).map(
    ({ name, severity, means }) => `| [${name}](#${name.replaceAll('.', '')}) | ${severity} | ${means} |\n`,
  )
  return [
    HEAD,
    `| lint rule | severity | what it means |\n| --- | --- | --- |\n${rows.join('')}`,
    ...rules.map((rule) => section(rule)),
  ].join('\n')
}
