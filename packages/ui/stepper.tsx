import { TextLink } from './button.tsx'
import { Icon } from './icons.tsx'
import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './stepper.css'

export interface Step {
  readonly label: string
  readonly state: 'done' | 'current' | 'todo' | 'wrong'
  readonly href?: string | undefined
}

/** The parts of a long form or a file's way through offices, and which one it is at. */
export const Stepper = ({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) => {
  const words = useWords(uiWords)
  const at = steps.findIndex(step => step.state === 'current')
  return (
    <nav className="tq-stepper" aria-label={label}>
      <p className="tq-stepper-short">
        {words.step(at + 1, steps.length)}: <b>{steps[at]?.label}</b>
      </p>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step.label}
            className={`tq-step tq-step-${step.state}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <StepMark number={index + 1} state={step.state} />
            {step.href === undefined ? <span>{step.label}</span> : <TextLink href={step.href}>{step.label}</TextLink>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

const StepMark = ({ number, state }: { readonly number: number; readonly state: Step['state'] }) => (
  <span className="tq-step-mark" aria-hidden="true">
    {state === 'done' ? <Icon name="check" size={16} /> : state === 'wrong' ? '!' : number}
  </span>
)
