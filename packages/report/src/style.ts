import { toneRules, toneVariables } from '@seccompile/draw'

/** The one style of a report: light or dark as the reader prefers, and plain on paper. */
export const STYLE: string = `
:root { color-scheme: light dark; --text: #1d2430; --dim: #5a6472; --ground: #ffffff; --line: #d5dae1; --band: #f4f6f8; --open: #a3121f; --refused: #1b6b35; --between: #855300; --link: #0b57b0; ${toneVariables.light} }
@media (prefers-color-scheme: dark) { :root { --text: #e3e7ed; --dim: #a0a9b5; --ground: #14181e; --line: #343c47; --band: #1c222a; --open: #ff8f8f; --refused: #7fd69a; --between: #f0bf68; --link: #86bbff; ${toneVariables.dark} } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
h1, h2 { line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
a { color: var(--link); }
code, dd, td, h1 { unicode-bidi: isolate; }
code { font: .9em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; }
dt { color: var(--dim); }
dd { margin: 0; overflow-wrap: anywhere; }
figure { margin: 1rem 0; overflow-x: auto; }
figure svg { min-width: 44rem; }
.grade { border: 1px solid var(--line); border-left: .5rem solid var(--dim); padding: .6rem 1rem; background: var(--band); }
.grade strong { display: block; font-size: 1.4rem; line-height: 1.3; }
summary { cursor: pointer; }
details.part { margin: 1rem 0; }
summary:focus-visible, a:focus-visible { outline: 2px solid var(--link); }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; }
td code { overflow-wrap: break-word; }
td.long code { overflow-wrap: anywhere; }
caption { text-align: left; color: var(--dim); padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .7rem; border-bottom: 1px solid var(--line); }
th { background: var(--band); }
.long { min-width: 16rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.open { color: var(--open); font-weight: 600; }
.refused { color: var(--refused); }
.between { color: var(--between); }
.verdict { padding: 0 .4em; border-radius: .25em; white-space: nowrap; print-color-adjust: exact; }
${toneRules}
footer, .note { color: var(--dim); }
@media screen and (max-width: 45rem) { body { padding: 1rem; } .rows, .rows tbody, .rows tr, .rows td, .rows caption { display: block; } .rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } .rows tr { padding: .5rem 0; border-bottom: 1px solid var(--line); } .rows td { border: 0; padding: .1rem 0; text-align: left; } .rows td:empty { display: none; } .rows td::before { content: attr(data-label) ": "; color: var(--dim); } .long { min-width: 0; } }
@page { margin: 14mm; }
@media print { :root { --text: #000000; --dim: #444444; --ground: #ffffff; --line: #999999; --band: #eeeeee; --open: #8b0000; --refused: #004d00; --between: #5a3800; --link: #000000; } body { max-width: none; padding: 0; font-size: .75rem; } code { font-size: .85em; } th, td { padding: .2rem .4rem; } h2 { margin-top: 1.5rem; } nav { display: none; } .wide, figure { overflow: visible; } .long { min-width: 8rem; } tr, figure, .grade { break-inside: avoid; } details::details-content { content-visibility: visible; height: auto; display: block; } summary { list-style: none; } figure svg { min-width: 0; } td summary:has(code) { display: none; } h2 { break-after: avoid; } thead { display: table-header-group; } }
`
