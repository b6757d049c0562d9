import { expect, test } from 'vitest';
import { pythonFacts } from '../../../testing/python-facts.ts';

test('functions and lambdas are numbered in the order of the file', () => {
  const code = `
import os
os.system('top')
class Quay:
    os.system('class')
    def boats(self, n=os.system('default')):
        os.system('first')
        def inner():
            os.system('second')
        return lambda: os.system('third')
@decorate(os.system('decorator'))
async def ferry():
    os.system('fourth')
    [os.system('in a comprehension') for x in y]
if __name__ == '__main__':
    os.system('main')
`;
  const scopes = Object.fromEntries(pythonFacts(code, 'process').map(({ value, scope }) => [value, scope]));
  expect(scopes).toEqual({
    top: 0,
    class: 0,
    default: 0,
    first: 1,
    second: 2,
    third: 3,
    decorator: 0,
    fourth: 4,
    'in a comprehension': 4,
    main: 0,
  });
});

test.each([
  ['the nearest binding before', `x = 'a'\nos.system(x)\nx = 'b'`, ['a']],
  ['a later one in a function of its own', `x = 'a'\ndef f():\n    os.system(x)\nx = 'b'`, ['b']],
  ['a local one', `x = 'a'\ndef f():\n    x = 'b'\n    os.system(x)`, ['b']],
  ['not that of a class around', `x = 'a'\nclass C:\n    x = 'b'\n    def f(self):\n        os.system(x)`, ['a']],
  ['that of the class by self', `class C:\n    x = 'b'\n    def f(self):\n        os.system(self.x)`, ['b']],
  ['a global one', `def f():\n    global x\n    x = 'a'\ndef g():\n    os.system(x)`, ['a']],
  ['one that a pair gives', `x, y = 'a', 'b'\nos.system(y)`, ['b']],
  ['one in a chain', `x = y = 'a'\nos.system(x)`, ['a']],
  ['one inside an expression', `if (x := 'a'):\n    os.system(x)`, ['a']],
  [
    'rather anything than None',
    `x = None\nx = 'a'\ntry:\n    pass\nexcept E:\n    x = None\ndef f():\n    os.system(x)`,
    ['a'],
  ],
  ['nothing of a loop over what is not known', `for x in y:\n    os.system(x)`, ['']],
  ['nothing that asks for itself', `def f():\n    x = x + x\n    os.system(x)`, ['']],
])('a name means %s', (_name, code, commands) => {
  expect(pythonFacts(`import os\n${code}`, 'process').map(({ value }) => value)).toEqual(commands);
});
