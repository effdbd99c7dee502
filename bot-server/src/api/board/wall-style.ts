/** The board for a screen of 1920 × 1080 that people read from some metres away: nothing scrolls, nothing is small. */
export const WALL_STYLE = `
  * { box-sizing: border-box; margin: 0; padding: 0; }
  html, body { height: 100%; overflow: hidden; }
  body { background: #0b161d; color: #e8f0f4; display: flex; flex-direction: column; font: 2.6vh/1.3 system-ui, sans-serif; gap: 2vh; padding: 2.6vh 2vw; }
  header { align-items: center; display: flex; justify-content: space-between; gap: 2vw; }
  h1 { font-size: 4.2vh; line-height: 1.15; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  header p { color: #b4c4ce; font-size: 2.6vh; white-space: nowrap; }
  .numbers { display: grid; gap: 1.2vw; grid-template-columns: repeat(4, 1fr); }
  .numbers div { background: #14242e; border-radius: 1.4vh; display: flex; flex-direction: row-reverse; align-items: center; gap: 1vw; justify-content: flex-end; padding: 1vh 1.2vw; }
  .numbers dd { font-size: 7vh; font-weight: 700; line-height: 1.05; }
  .numbers dt { font-size: 2.4vh; line-height: 1.2; }
  .sure dd { color: #6fd0c0; } .said dd { color: #ffb86b; } .late dd { color: #ff9c92; }
  .screen { background: #14242e; border-radius: 1.4vh; flex: 1; min-height: 0; overflow: hidden; padding: 2vh 1.6vw; }
  h2 { font-size: 3.4vh; margin-bottom: 1.2vh; }
  .grid { display: grid; column-gap: 2.4vw; grid-template-columns: repeat(2, minmax(0, 1fr)); grid-auto-flow: row; row-gap: 1.6vh; }
  .few { row-gap: 4vh; }
  .few .name.two, .few .line, .few .soft, .few .late-text { font-size: 3.2vh; }
  .few .both .line { font-size: 2.7vh; }
  .few .bar { height: 2.2vh; }
  .grid.one .line { font-size: 3.4vh; }
  .grid.one { grid-template-columns: minmax(0, 1fr); }
  .both { column-gap: 1.6vw; display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .name { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .two { display: -webkit-box; overflow: hidden; white-space: normal; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-height: 1.45; max-height: 2.75em; }
  .name.two { font-size: 2.3vh; }
  .line { display: flex; gap: 1vw; justify-content: space-between; font-size: 2.5vh; }
  .line b { white-space: nowrap; }
  .bar { background: #2a3f4b; border-radius: 0.8vh; height: 1.5vh; overflow: hidden; }
  .bar i { background: #6fd0c0; display: block; height: 100%; }
  .bar.own i { background: repeating-linear-gradient(135deg, #ffb86b 0 0.8vh, transparent 0.8vh 1.4vh); }
  .sure b { color: #6fd0c0; } .said b { color: #ffb86b; } .late-text { color: #ff9c92; font-weight: 600; }
  .soft { color: #b4c4ce; }
  .note { background: #ffd978; border-radius: 1.4vh; color: #2b2000; font-size: 2.6vh; font-weight: 700; padding: 0.8vh 1.2vw; }
  .big { align-items: center; display: flex; flex-direction: column; font-size: 4.6vh; gap: 3vh; height: 100%; justify-content: center; text-align: center; }
  footer { color: #b4c4ce; display: flex; font-size: 2.5vh; justify-content: space-between; gap: 2vw; }
`;
