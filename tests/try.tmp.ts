import { everydayWords } from '../bot-server/src/flows/with-model/everyday-words.ts';
import { compileLanguage } from '@phuong-so/shared/domain/language';
import { readFileSync } from 'node:fs';
import { IndexHolder } from '../bot-server/src/adapters/index/index-holder.ts';
import { evidenceOf } from '../bot-server/src/answering/evidence-of.ts';
import { Verifier } from '../bot-server/src/composing/verify-composition.ts';
import { unitsWithin } from '../bot-server/src/understanding/units-within.ts';
import { readConfig } from '../bot-server/src/app/config.ts';
import { composeContent } from '../bot-server/src/app/compose.ts';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';
const index = new IndexHolder('node_modules/.cache/phuong-so-tests/index').current();
const content = composeContent(readConfig({VAR_DIR:'/tmp/judge/var'}));
const L = await content.language(); const common = L.units; const language = compileLanguage(L.cues, L.glossary, L.topics, new UnitDirectory([...common]));
const W: Record<string,string> = {hm:'hoang-mai',p1:'phuong-001',nd:'nguyen-dai-nang',tl:'tran-lieu',yh:'yen-hoa'};
let through=0,n=0; const shownTrue: string[]=[];
for (const line of readFileSync(process.argv[2]!,'utf8').trim().split('\n')) {
  const [w,text=''] = line.split('|'); const facts=index.ward(W[w!]!)!;
  const own = (await content.ward(W[w!]!)).profile.units;
  const units = unitsWithin(facts, new UnitDirectory([...common, ...own]));
  const words=[...new Set(foldedSyllables(text))];
  const near = facts.snippets.flatMap(s=>evidenceOf(facts,s)??[]).map(one=>({one,score:words.filter(x=>new Set(foldedSyllables(one.text)).has(x)).length/one.text.length**0.3})).sort((a,b)=>b.score-a.score).slice(0,16).map((x,at)=>({id:`e${at}`,...x.one}));
  const v=new Verifier({evidence:()=>near,units,names:[],room:9000,question:'',everyday:(t)=>everydayWords(language,t)});
  const said=v.check({text,evidence:near.map(e=>e.id)}); n++;
  if (said) { through++; console.log('THROUGH',line,'←',said.evidence.text.slice(0,200)); } else if (process.argv[3]) console.log('dropped', line, v.dropped, '|', near[0]!.text.slice(0,160));
}
console.log(through,'of',n);
process.exit(0);
