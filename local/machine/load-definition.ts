import { type MachineDefinition, machineDefinition, type State } from './state-definition.ts';

/** Every state that a state may lead to. */
function targets(state: State): string[] {
  if (state.Type === 'Choice') {
    const named = state.Choices.map((rule) => rule.Next);
    return state.Default === undefined ? named : [...named, state.Default];
  }
  if (state.Type === 'Succeed' || state.Type === 'Fail') return [];
  const next = state.Next === undefined ? [] : [state.Next];
  return state.Type === 'Task' ? [...next, ...state.Catch.map((edge) => edge.Next)] : next;
}

function missingTarget({ StartAt, States }: MachineDefinition): string | undefined {
  if (!Object.hasOwn(States, StartAt)) return `StartAt：没有状态 ${StartAt}`;
  for (const [name, state] of Object.entries(States)) {
    const missing = targets(state).find((target) => !Object.hasOwn(States, target));
    if (missing !== undefined) return `States.${name}：没有状态 ${missing}`;
  }
  return undefined;
}

/** Reads a definition; throws an error that names the machine and the path of the first thing not supported. */
export function loadDefinition(machineName: string, definition: unknown): MachineDefinition {
  const refuse = (what: string) => new Error(`状态机 ${machineName} 不受内置运行环境支持：${what}`);
  const parsed = machineDefinition.safeParse(definition);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const unknown = issue?.code === 'unrecognized_keys' ? `字段 ${issue.keys.join('、')}` : issue?.message;
    throw refuse(`${issue?.path.join('.') || '定义'}：${unknown}`);
  }
  const missing = missingTarget(parsed.data);
  if (missing !== undefined) throw refuse(missing);
  return parsed.data;
}
