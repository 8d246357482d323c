/*
 * The pages that people write, in the order in which the site lists them. Pages on packages and on their exports are
 * generated, and listed by name.
 */

/** A line of the navigation: the path of a page below `docs`, and its label. */
export interface NavigationEntry {
  readonly path: string
  readonly text: string
}

/** Entries under one heading. */
export interface NavigationSection {
  readonly text: string
  readonly entries: readonly NavigationEntry[]
}

const entry = (path: string, text: string): NavigationEntry => ({ path, text })

/** Every page below `docs`, but for records of decisions, which `adr/README.md` lists. */
export const SECTIONS: readonly NavigationSection[] = [
  {
    text: 'Start',
    entries: [
      entry('index.md', 'What seccompile is'),
      entry('first-filter.md', 'My first filter'),
      entry('policies.md', 'Writing a policy'),
      entry('playground.md', 'Playground'),
    ],
  },
  {
    text: 'Guides',
    entries: [
      entry('spawn-from-node.md', 'Sandboxes in Node'),
      entry('agent-sandbox.md', 'An agent’s command'),
      entry('attaching.md', 'Attaching a filter'),
      entry('why-it-fails.md', 'Why does it fail?'),
      entry('server-policy.md', 'A policy for my server'),
      entry('rollout.md', 'From container to rollout'),
      entry('porting.md', 'To another machine'),
      entry('new-kernel.md', 'A new kernel came'),
      entry('container-runtimes.md', 'Container runtimes'),
      entry('which-form.md', 'Which form for whom'),
      entry('what-a-runtime-loads.md', 'What a runtime loads'),
      entry('notations.md', 'Other notations'),
      entry('review.md', 'Reviewing a filter'),
      entry('drift.md', 'Drift in CI'),
      entry('ci.md', 'Checks in CI'),
      entry('unknown-filter.md', 'An unknown filter (CTF)'),
      entry('adding-a-pass.md', 'Writing a pass'),
      entry('own-pipeline.md', 'A pipeline of your own'),
      entry('one-package.md', 'Taking one package'),
    ],
  },
  {
    text: 'Catalogues',
    entries: [
      entry('command-line.md', 'The command line'),
      entry('presets.md', 'Presets'),
      entry('groups.md', 'Groups of calls'),
      entry('lint-rules.md', 'Lint rules'),
      entry('attacks.md', 'Known attacks'),
      entry('warnings.md', 'Warnings'),
      entry('passes.md', 'Passes'),
      entry('recordings.md', 'Recordings'),
      entry('fleets.md', 'Recordings of a fleet'),
      entry('pictures.md', 'Pictures'),
    ],
  },
  {
    text: 'How it works',
    entries: [
      entry('optimiser.md', 'How the optimiser works'),
      entry('architecture.md', 'Architecture'),
      entry('trust.md', 'Why trust it'),
      entry('sources.md', 'What the tables are made from'),
      entry('invariants.md', 'Invariants'),
      entry('glossary.md', 'Glossary'),
      entry('adr/README.md', 'Decisions'),
      entry('releasing.md', 'Making a release'),
    ],
  },
  {
    text: 'Measured',
    entries: [
      entry('getppid.md', 'The experiment'),
      entry('clock.md', 'Filters on the clock'),
      entry('comparison-of-costs.md', 'Costs beside other tools'),
      entry('comparison-of-checks.md', 'Checks of other tools'),
      entry('real-profiles.md', 'Profiles that people use'),
      entry('lint-docker.md', 'Docker’s profile, linted'),
    ],
  },
]

/** Pages that may not exist yet. */
const OPTIONAL: readonly string[] = ['playground.md']

/** The sections with the entries whose pages exist. `has` tells whether a path below `docs` exists. */
export function sections(has: (path: string) => boolean): readonly NavigationSection[] {
  return SECTIONS.map(({ text, entries }) => ({
    text,
    entries: entries.filter(({ path }) => has(path) || !OPTIONAL.includes(path)),
  }))
}
