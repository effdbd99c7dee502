/** The board for a phone and a desk. Contrast at least 4.5 : 1 in both colour schemes. */
export const PAGE_STYLE = `
  :root { color-scheme: light dark; --ink: #13242f; --soft: #465967; --card: #ffffff; --paper: #eef3f5; --link: #084f59; --line: #c3d0d7; --bar: #dfe8ec; --sure: #0d6975; --said: #b35900; --late: #9c1710; }
  * { box-sizing: border-box; }
  body { background: var(--paper); color: var(--ink); font: 1.125rem/1.55 system-ui, sans-serif; margin: 0; overflow-wrap: anywhere; }
  main { margin: 0 auto; max-width: 60rem; padding: 1rem; }
  header, section { background: var(--card); border-radius: 1rem; margin: 0 0 1rem; padding: 1.125rem; }
  h1 { font-size: 1.5rem; line-height: 1.3; margin: 0; }
  h2 { font-size: 1.3rem; line-height: 1.35; margin: 0 0 0.75rem; }
  h3 { font-size: 1.125rem; line-height: 1.4; margin: 0 0 0.375rem; }
  p { margin: 0 0 0.5rem; }
  .soft { color: var(--soft); font-size: 1rem; }
  .box { border: 2px solid #6d4300; border-radius: 0.75rem; background: #fff3d6; color: #6d4300; font-weight: 600; margin: 0.75rem 0 0; padding: 0.75rem 1rem; }
  ul { list-style: none; margin: 0; padding: 0; }
  a { color: var(--link); }
  .go { display: inline-block; min-height: 2.75rem; padding: 0.5rem 0; margin-right: 1.25rem; }
  .numbers { display: grid; gap: 0.625rem; grid-template-columns: 1fr 1fr; }
  .numbers div { border: 1px solid var(--line); border-radius: 0.75rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: 0.75rem; }
  .numbers dt { font-size: 1rem; line-height: 1.35; }
  .numbers dd { font-size: 2rem; font-weight: 700; line-height: 1.2; margin: 0; }
  .sure dd { color: var(--sure); } .said dd { color: var(--said); } .late dd { color: var(--late); }
  .part { border-top: 1px solid var(--line); padding: 0.875rem 0; }
  .part:first-of-type { border-top: 0; padding-top: 0; }
  .line { display: flex; gap: 0.75rem; justify-content: space-between; font-size: 1rem; }
  .line b { white-space: nowrap; }
  .bar { background: var(--bar); border-radius: 0.375rem; height: 0.75rem; margin: 0.125rem 0 0.5rem; overflow: hidden; }
  .bar i { display: block; height: 100%; background: var(--sure); }
  .bar.own i { background: repeating-linear-gradient(135deg, var(--said) 0 0.375rem, transparent 0.375rem 0.625rem); }
  .late-line { color: var(--late); font-weight: 600; margin: 0.25rem 0 0; }
  details { margin-top: 0.25rem; }
  summary { color: var(--link); cursor: pointer; min-height: 2.75rem; padding: 0.5rem 0; text-decoration: underline; }
  .task { border-left: 4px solid var(--line); margin: 0 0 0.875rem; padding-left: 0.75rem; }
  .task.overdue { border-color: var(--late); } .task.done { border-color: var(--sure); }
  .task p { font-size: 1rem; margin: 0.125rem 0; }
  .tag { font-weight: 600; } .overdue .tag { color: var(--late); } .done .tag { color: var(--sure); }
  table { border-collapse: collapse; width: 100%; font-size: 1rem; }
  th, td { border-bottom: 1px solid var(--line); padding: 0.5rem 0.375rem; text-align: left; vertical-align: top; }
  td.number, th.number { text-align: right; }
  .key { display: inline-block; width: 1.5rem; height: 0.75rem; margin: 0 0.375rem 0 0; vertical-align: baseline; }
  :focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
  @media (min-width: 46rem) { .numbers { grid-template-columns: repeat(4, 1fr); } main { padding: 1.5rem; } }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e8f0f4; --soft: #b4c4ce; --card: #14242e; --paper: #0b161d; --link: #7fd3dd; --line: #3c5260; --bar: #2a3f4b; --sure: #6fd0c0; --said: #ffb86b; --late: #ff9c92; }
    .box { background: #3a2b08; border-color: #ffd978; color: #ffd978; }
    :focus-visible { outline-color: #ffd978; }
  }
  @media print { body { background: #ffffff; } details { display: none; } }
`;
