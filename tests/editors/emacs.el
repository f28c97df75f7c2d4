;;; Run by `emacs --batch -Q -l emacs.el` in a folder with article.md; writes what it saw to seen.json.
(require 'json)
(setq make-backup-files nil create-lockfiles nil)
;; A batch run loads no packages by itself; Debian's lie here.
(let ((default-directory "/usr/share/emacs/site-lisp/elpa/"))
  (when (file-directory-p default-directory) (normal-top-level-add-subdirs-to-load-path)))
(let ((default-directory "/usr/share/emacs/site-lisp/elpa-src/"))
  (when (file-directory-p default-directory) (normal-top-level-add-subdirs-to-load-path)))

(defun footlint-test-wait (condition)
  (let ((end (+ (float-time) 20)))
    (while (and (< (float-time) end) (not (funcall condition)))
      (accept-process-output nil 0.05))))

(defun footlint-test-flycheck ()
  (require 'flycheck)
  (find-file "article.md")
  (text-mode)
  (setq-local flycheck-checker 'footlint)
  (flycheck-mode 1)
  (flycheck-buffer)
  (footlint-test-wait (lambda () flycheck-current-errors))
  (mapcar (lambda (found)
            (list (flycheck-error-line found) (flycheck-error-column found)
                  (symbol-name (flycheck-error-level found)) (flycheck-error-message found)))
          flycheck-current-errors))

(defun footlint-test-eglot ()
  (require 'eglot)
  (setq eglot-sync-connect 20 eglot-autoshutdown t)
  (find-file "article.md")
  (text-mode)
  (let ((project-find-functions (list (lambda (_) (cons 'transient default-directory)))))
    (apply #'eglot (eglot--guess-contact)))
  (footlint-test-wait (lambda () (progn (flymake-start) (flymake-diagnostics))))
  (prog1
      (mapcar (lambda (found)
                (save-excursion
                  (goto-char (flymake-diagnostic-beg found))
                  (list (line-number-at-pos) (1+ (- (point) (line-beginning-position))) (flymake-diagnostic-text found))))
              (flymake-diagnostics))
    (eglot-shutdown (eglot-current-server))))

(load (expand-file-name "recipe.el")) ; the one of docs/editors.md
(let ((seen (condition-case problem
                (if (equal (getenv "FOOTLINT_WITH") "eglot") (footlint-test-eglot) (footlint-test-flycheck))
              (error (error-message-string problem)))))
  (with-temp-file "seen.json" (insert (json-encode (if (listp seen) (vconcat (mapcar #'vconcat seen)) seen)))))
