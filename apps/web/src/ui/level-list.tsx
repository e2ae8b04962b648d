import type { ReactNode } from 'react';
import { Badge } from './button.tsx';
import { fmt } from './words.ts';

export interface LevelChoice {
  level: number;
  sentence: string;
  tags?: readonly { word: string; tone?: 'warn' | 'brand' }[];
}
interface LevelListProps {
  legend: string;
  name: string;
  choices: readonly LevelChoice[];
  value: number | null;
  onChoose: (level: number) => void;
  /** Why the level cannot be changed by this reader. */
  refusal?: string | undefined;
  children?: ReactNode;
}

/** The sentence of each level is the form. */
export function LevelList({ legend, name, choices, value, onChoose, refusal, children }: LevelListProps) {
  return (
    <fieldset className="lvls">
      <legend>{legend}</legend>
      {choices.map(({ level, sentence, tags = [] }) => (
        <label className="lvl" key={level}>
          <input
            type="radio"
            name={name}
            value={level}
            checked={value === level}
            disabled={refusal !== undefined}
            onChange={() => onChoose(level)}
          />
          <b>{level}</b>
          <span>{fmt.typeset(sentence)}</span>
          <span className="tags">
            {tags.map((tag) => (
              <Badge key={tag.word} {...(tag.tone ? { tone: tag.tone } : {})}>
                {tag.word}
              </Badge>
            ))}
          </span>
        </label>
      ))}
      {refusal !== undefined && <p className="hint">{refusal}</p>}
      {children}
    </fieldset>
  );
}
