import type { Rule } from "../rule.ts";

/** More of these than all there are cannot be. */
const PEOPLE =
  "(?:adults?|agencies|applicants|boys|businesses|cases|centers|centres|children|citizens|clinics|communities|companies|countries|customers|deaths|districts|doctors|employees|employers|families|farmers|farms|girls|graduates|homes|hospitals|households|inhabitants|journalists|jobs|men|members|migrants|mothers|nurses|officers|offices|participants|patients|people|pregnant|pupils|refugees|residents|respondents|returnees|schools|staff|students|teachers|those|trainees|users|victims|villages|visitors|voters|women|workers|young|youth|population|public|workforce)";

const FEW = "(?:(?:all|the|its|our|their|these|those|all of the|\\p{Ll}{3,14}) ){0,3}";

/** What those do of whom there is a share: "of trainees found", "des stagiaires ont trouvé". */
const DO =
  "(?:are|aren['’]t|believe|can|cannot|could|did|do|don['’]t|expect|feel|found|get|got|had|has|have|hope|know|lack|live|lost|need|now|own|passed|plan|read|received|report|reported|said|say|see|speak|think|took|use|used|voted|want|were|will|work|would|\\p{Ll}{3,}ed)";

/** What follows a share of a whole, by language. A growth, an index and a target can be above a hundred per cent. */
const wholes: Partial<Record<string, RegExp>> = {
  en: new RegExp(
    `^\\s*(?:%|per ?cent)\\s+of\\s+${FEW}?(?:${PEOPLE}(?!\\p{L})(?!['’]s?)|(?!targets |goals |levels )\\p{Ll}{3,}s ${DO}(?!\\p{L}))`,
    "iu",
  ),
  ru: /^\s*(?:%|процент\p{Ll}*)\s+(?:(?!от |к |по |план|норм|уровн|ВВП|годовых|больше|более|выше|меньше)\p{Ll}{3,18} ){1,3}(?:не )?\p{Ll}+(?:ли|ют|ут|ят|ат)(?!\p{L})|^\s*(?:%|процент\p{Ll}*)\s+(?:всех |\p{Ll}{4,16} ){0,2}(?:беженц|больниц|детей|домохозяйств|женщин|жител|компани|люд(?:ей|и)|мигрант|молод[её]ж|мужчин|населени|опрошенн|пациент|педагог|предприяти|респондент|родител|семей|сотрудник|стран(?![ие]ц)|студент|участник|учител|ученик|фермер|школ)/iu,
  fr: /^\s*(?:%|pour ?cent)\s+(?:des|de la|de tous les|de toutes les|d['’])\s*(?:\p{Ll}{3,14} ){0,1}(?:agents|citoyens|écoles|élèves|employés|enfants|entreprises|familles|femmes|filles|habitants|hommes|jeunes|ménages|participants|participantes|patients|pays|personnes|population|réfugiés|répondants|travailleurs)(?!\p{L})|^\s*(?:%|pour ?cent)\s+des\s+(?!objectifs|prévisions)\p{Ll}{3,}[sx] (?:\p{Ll}{3,}s )?(?:ont|sont|avaient|étaient|vivent|disent|peuvent|veulent|travaillent|utilisent|reçoivent|estiment|pensent|n['’])/iu,
  es: /^\s*(?:%|por ?ciento)\s+(?:de (?:los|las|la|todos los|todas las))\s+(?:\p{Ll}{3,14} ){0,1}(?:alumnos|ciudadanos|empleados|empresas|encuestados|escuelas|estudiantes|familias|habitantes|hogares|hombres|jóvenes|mujeres|niñas|niños|países|pacientes|participantes|personas|población|refugiados|trabajadores)(?!\p{L})|^\s*(?:%|por ?ciento)\s+de (?:los|las)\s+(?!objetivos|metas|previsiones)\p{Ll}{3,}s (?:\p{Ll}{3,}s )?(?:tienen?|encontr(?:ó|aron)|han?|recib(?:ió|ieron)|vivi?en?|son|están?|usan?|dijo|dijeron|cree|creen|trabajan?|no|\p{Ll}{3,}(?:ó|aron|ieron|ía|ían))(?!\p{L})/iu,
};

export const share: Rule = {
  name: "share",
  group: "craft",
  severity: "warning",
  why: "No more than all can be a share of all: a newspaper that prints 140 % of the farmers prints a correction.",
  wrong: "In three years 140 % of the victims found work.",
  right: "In three years 40 % of the victims found work, and 140 % more farmers have water.",
  *check(document) {
    for (const passage of document.passages) {
      const whole = wholes[passage.lang.split("-")[0] ?? ""];
      if (!whole) continue;
      for (const { 0: found, index } of passage.text.matchAll(
        /(?<![\p{N}.,:/–-])\p{N}{3,4}(?:[.,]\p{N}+)?(?=[\s\u00a0\u202f]*(?:%|per ?cent|процент|pour ?cent|por ?ciento))/giu,
      )) {
        const after = passage.text.slice(index + found.length, index + found.length + 80);
        if (Number.parseFloat(found.replace(",", ".")) <= 100 || !whole.test(after)) continue;
        const end = /^[^%\p{L}]*(?:%|\p{L}+(?: cent)?)/u.exec(after)?.[0].length ?? 0;
        yield {
          at: document.in(passage, index, found.length + end),
          message: `“${passage.text.slice(index, index + found.length + end)}” is more than all there are.`,
          fix: "Correct the figure; where something has grown by so much, say by.",
        };
      }
    }
  },
};
