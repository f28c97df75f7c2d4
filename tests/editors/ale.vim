" What Vim does with ALE, which starts the server as the recipe says: written to `seen.json`.
packadd ale
let g:ale_linters_explicit = 1
let g:ale_linters = {'markdown': ['footlint']}
" Vim asks on a terminal, and a script has none.
runtime autoload/ale/util.vim
function! ale#util#Input(message, value, ...) abort
  let s:asked = a:message
  return s:answer
endfunction
" The recipe is in `vim/ftplugin/markdown.vim`, as one has it in `~/.vim`.
set runtimepath^=vim
filetype plugin on

function! s:WaitFor(IsReady) abort
  for l:turn in range(400)
    if a:IsReady() | return | endif
    sleep 50m
  endfor
  throw 'nothing came of ' . string(a:IsReady)
endfunction

function! s:Found() abort
  return map(copy(ale#engine#GetLoclist(bufnr(''))), {_, one -> [one.lnum, one.col, one.type, one.code, one.text]})
endfunction

function! s:See() abort
  let l:seen = {}
  edit article.md
  call ale#Queue(0, 'lint_file')
  call s:WaitFor({-> len(s:Found()) == 2})
  let l:seen.found = s:Found()
  call cursor(5, 11)
  let s:answer = '1'
  ALECodeAction
  call s:WaitFor({-> getline(5) !~# 'five\. '})
  let l:seen.asked = split(s:asked, "\n")
  call cursor(1, 6)
  ALEGoToDefinition
  call s:WaitFor({-> line('.') != 1})
  let l:seen.note = line('.')
  let s:answer = 'adam'
  ALERename
  call s:WaitFor({-> getline(1) =~# 'adam'})
  write
  call writefile([json_encode(l:seen)], 'seen.json')
endfunction

try
  call s:See()
catch
  call writefile([json_encode({'problem': v:exception . ' at ' . v:throwpoint})], 'seen.json')
endtry
qall!
