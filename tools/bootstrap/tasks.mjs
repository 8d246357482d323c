/*
 * What `npm run` starts, as data. A task is one program, such as `npm start`. A family has several, of which `npm run bench rows`
 * starts one; without a name, it lists them.
 *
 * `does` is one line, `takes` the time on a machine with two cores, and `needs` what a machine may lack. Options follow the name.
 */

/** The tasks of one program each. */
export const TASKS = {
  start: 'tools/start/dist/start.js',
  test: 'tools/bootstrap/run-tests.mjs',
  check: 'tools/bootstrap/run-checks.mjs',
  docs: 'tools/site/dist/build-site.js',
  fuzz: 'tools/fuzz/dist/fuzz.js',
  gain: 'tools/golden/dist/gain.js',
  'release:dry': 'tools/release/dist/dry-run.js',
  versions: 'tools/release/dist/write-versions.js',
}

const row = (file, does, takes, needs = '') => ({ file, does, takes, needs })

/** The families. */
export const FAMILIES = {
  bench: {
    costs: row('tools/bench/dist/bench.js', 'what our filters cost beside those of other tools, against the targets; --against PROFILE', 'a minute'), // prettier-ignore
    rows: row('tools/bench/dist/rows.js', 'every policy of the corpus under every objective', 'a minute'),
    peers: row('tools/bench/dist/peers.js', 'fresh policies, beside the programs of other tools', 'minutes', 'libseccomp with Python'), // prettier-ignore
    optimize: row('tools/bench/dist/optimize.js', 'optimize on the programs of other tools', 'minutes'),
    proof: row('tools/bench/dist/proof.js', 'how the cost of a proof grows', 'a minute'),
    growth: row('tools/bench/dist/growth.js', 'how compile time, size and cost grow; --profiles, --hostile', 'minutes', 'libseccomp with Python'), // prettier-ignore
    bulk: row('tools/bench/dist/bulk.js', 'calls a second of the evaluator', 'a minute', 'a C compiler'),
    clock: row('tools/bench/dist/clock.js', 'filters on the kernel’s clock; --write', 'minutes', 'Linux on x86_64, a C compiler, a quiet machine'), // prettier-ignore
    run: row('tools/bench/dist/run.js', 'the time to the end of a small command under a filter', 'minutes', 'Linux, pnpm runtimes'), // prettier-ignore
    seed: row('tools/bench/dist/seed.js', 'getppid at any place of an allow list; writes charts', 'minutes', 'Linux on x86_64, a quiet machine'), // prettier-ignore
    types: row(
      'tools/types/dist/bench-types.js',
      'the time of the type checker and of the editor',
      'a minute',
    ),
  },
  soak: {
    levels: row('tools/soak/dist/soak.js', 'random round trips through every level; --minutes 5, --seed N, --list', 'an hour'), // prettier-ignore
    notations: row('tools/soak/dist/soak-notations.js', 'random policies through every notation, and random merges; --only TRIAL', 'minutes'), // prettier-ignore
    inputs: row('tools/soak/dist/soak-inputs.js', 'almost right texts for every reader; --largest: the largest texts', 'minutes; hours'), // prettier-ignore
    heal: row('tools/soak/dist/soak-heal.js', 'calls taken out of profiles, which heal puts back; --count N', 'minutes', 'Linux, bubblewrap'), // prettier-ignore
    mutants: row('tools/soak/dist/soak-mutants.js', 'programs with one changed field, for the prover and a search; COUNT SEED', 'minutes'), // prettier-ignore
    needs: row('tools/soak/dist/soak-needs.js', 'policies of recordings, against the recorded commands; --only NAME', 'minutes', 'Linux, strace'), // prettier-ignore
    port: row('tools/soak/dist/soak-port.js', 'random policies to other ABIs, beside what programs can do there; --minutes N', 'an hour'), // prettier-ignore
    properties: row('tools/soak/soak-properties.mjs', 'the slow properties, a hundred times as often; --times N', 'an hour'), // prettier-ignore
    shapes: row('tools/soak/dist/soak-shapes.js', 'random rules as libseccomp compiles them; --lists N', 'minutes', 'libseccomp'), // prettier-ignore
    sums: row(
      'tools/soak/dist/soak-sums.js',
      'sums of generated rows beside DuckDB; --rows N',
      'minutes',
      'DuckDB',
    ),
    units: row('tools/soak/dist/soak-units.js', 'random and Debian’s units against systemd itself; --count N', 'minutes', 'root, systemd'), // prettier-ignore
    watch: row('tools/soak/dist/soak-watch.js', 'run, record and try against known counts, strace and kills; --only PART', 'minutes', 'Linux, strace'), // prettier-ignore
    profiles: row('tools/soak/dist/check-profiles.js', 'profiles that people use: read, written, read again; FOLDER', 'minutes', 'the profiles'), // prettier-ignore
    runtimes: row('tools/soak/dist/check-runtimes.js', 'profiles through runc and crun, beside what runtime says; FILE…', 'minutes', 'runc, crun'), // prettier-ignore
  },
  gen: {
    docs: row('tools/docs/dist/docs.js', 'pages of passes, rules, warnings, presets and groups; the manual pages', 'seconds'), // prettier-ignore
    api: row('tools/api-reports/api-reports.mjs', 'the reports of exports and their types; the diff is reviewed', 'half a minute'), // prettier-ignore
    filters: row('tools/gen-filters/dist/gen-filters.js', 'packages/filters, when the compiler or a preset makes other bytes', 'half a minute'), // prettier-ignore
    constants: row('tools/gen-constants/gen-constants.mjs', 'packages/constants; --kernel DIR --older DIR', 'a minute', 'a C compiler, sources of Linux'), // prettier-ignore
    syscalls: row('tools/gen-syscalls/gen-syscalls.mjs', 'packages/syscalls; --csv FILE', 'seconds', 'the table of libseccomp'), // prettier-ignore
    signatures: row('tools/gen-signatures/gen-signatures.mjs', 'packages/signatures; --kernel DIR', 'a minute', 'sources of Linux'), // prettier-ignore
    'libc-calls': row('tools/gen-libc-calls/gen-libc-calls.mjs', 'packages/libc-calls', 'minutes', 'compilers and QEMU'), // prettier-ignore
    'lint-calls': row('tools/gen-libc-calls/gen-lint-calls.mjs', 'the part of libc-calls that lint has', 'seconds'), // prettier-ignore
    sizes: row('tools/pack-check/dist/pack-check.js --update', 'the sizes of packed packages; names of packages', 'two minutes'), // prettier-ignore
  },
}
