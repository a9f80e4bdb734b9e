/** Makes cables of any length: real forms, made-up substance, the same for the same seed. */

export const WORDS: readonly string[] =
  "the of and to in that for on with as by at from was is are it this said would officials ministry policy harbor fees trade talks port minister embassy government local new month delegation visit agreement economic growth region council press report statement issue position support concern plan program meeting contact noted asked told according also however while after before between during because although several most other many more less further recent current long-term customs shipping fisheries tariff budget parliament coalition opposition election province mayor company investors bank energy gas pipeline water grain cotton visa students exchange training border police court prison law draft committee vote deadline".split(
    " ",
  );

const STATIONS = ["TALLINN", "RIGA", "VILNIUS", "SHANGHAI", "LA PAZ", "USUN NEW YORK", "STATE", "KUALA LUMPUR", "BONN"];
const ROUTING = ["RUEHBJ", "RUEHGZ", "RUEHIN", "RUEHC", "RUEHUL", "RUEHKO", "RUCNDT", "RUEHGV", "RUEATRS", "RUEHHK"];
const TAGS = ["PGOV", "PREL", "ECON", "ETRD", "EFIN", "ELAB", "PHUM", "EAGR", "EWWT", "CH", "EN", "LG"];
const LETTERS = "ABCDEFGHIJKL";

/** Numbers that look drawn by lot: the same for the same seed. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

/** A cable of about `length` characters. */
export function inventedCable(seed: number, length: number): string {
  const below = dice(seed);
  const pick = (from: readonly string[]): string => from[below(from.length)] ?? "";
  const station = pick(STATIONS);
  const serial = 99000 + below(1000);
  const lines: string[] = [];
  const references = 1 + below(5);

  lines.push(
    `VZCZCXRO${1000 + below(9000)}`,
    "RR RUEHCN RUEHGH",
    `DE RUEHGH #${String(serial % 10000).padStart(4, "0")}/01 2400903`,
  );
  lines.push("ZNR UUUUU ZZH", "R 280903Z AUG 09", `FM AMEMBASSY ${station}`, "TO RUEHC/SECSTATE WASHDC 8243");
  for (let index = 0; index < 2 + below(14); index++) {
    lines.push(`${index === 0 ? "INFO " : ""}${pick(ROUTING)}/AMEMBASSY ${pick(STATIONS)} ${1000 + below(9000)}`);
  }
  lines.push(
    "",
    `UNCLAS SECTION 01 OF 03 ${station} ${String(serial).padStart(6, "0")}`,
    "",
    "SENSITIVE",
    "SIPDIS",
    "",
  );
  lines.push("DEPT FOR EAP/CM, DRL", "STATE PASS USTR FOR STRATFORD", "", "E.O. 12958: N/A");
  lines.push(`TAGS: ${pick(TAGS)}, ${pick(TAGS)}, ${pick(TAGS)}, ${pick(TAGS)}`);
  lines.push(`SUBJECT: ${sentence(below, 9).toUpperCase()}`, "");
  for (let index = 0; index < references; index++) {
    lines.push(`${index === 0 ? "REF: " : "     "}${LETTERS[index]}. ${pick(STATIONS)} ${99000 + below(1000)}`);
  }
  lines.push("");
  let written = lines.join("\n").length;
  let page = 1;
  for (let number = 1; written < length - 20; number++) {
    const block: string[] = [];
    if (number % 4 === 2) block.push(sentence(below, 5), "-".repeat(30), "");
    const paragraph = [`${number}. (SBU)`];
    for (let index = 0; index < 6 + below(6); index++) {
      const mention = [`(Ref ${LETTERS[below(references)]})`, "(reftel)", `(see para ${1 + below(number)})`][below(24)];
      paragraph.push(`${sentence(below, 8 + below(16))}${mention === undefined ? "" : ` ${mention}`}.`);
    }
    block.push(...wrapped(paragraph.join(" ")), "");
    if (number % 5 === 0)
      block.push(`${station} ${String(serial).padStart(8, "0")} ${String(++page).padStart(3, "0")} OF 009`, "");
    lines.push(...block);
    written += block.join("\n").length + 1;
  }
  lines.push("SMITH");
  return lines.join("\n");
}

export function sentence(below: (limit: number) => number, words: number): string {
  const chosen = Array.from({ length: words }, () => WORDS[below(WORDS.length)] ?? "");
  const text = chosen.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Lines as a teletype prints them, of at most 69 characters. */
export function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line.length + word.length + 1 > 69) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line];
}
